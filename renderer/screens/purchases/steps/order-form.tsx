import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { Purchase } from '../../../../core/purchases/fold.ts';
import type { OrderNumber } from '../../../../core/kernel/id.ts';
import { readDate } from '../../../../core/people/import/read-dates.ts';
import { PaymentMethods } from '../../../components/payment-methods.tsx';
import { TextField } from '../../../components/controls.tsx';
import { ask } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { usePurchaseMethod } from '../../../store/use-method.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { GoOn } from './step-card.tsx';

/** The order number as Aruba shows it, the method and the day: they make the order exist here too. */
export function OrderForm({ purchase }: { readonly purchase: Purchase }) {
  const today = useDesk((desk) => desk.state.today);
  const [method, setMethod] = usePurchaseMethod(purchase.record);
  const [number, setNumber] = useState('');
  const [day, setDay] = useState(dayText(today));
  const [problem, setProblem] = useState<string | null>(null);
  const on = readDate(day);

  async function save(): Promise<void> {
    if (number.trim() === '') {
      setProblem(text('purchase-step.number-missing'));
      return;
    }
    if (!on.ok || on.value === null) return;
    const orderNumber = number.trim() as OrderNumber;
    setProblem(
      await ask(
        {
          type: 'purchase/happened',
          purchaseId: purchase.record.id,
          what: { kind: 'ordered', day: on.value, orderNumber, method },
        },
        { text: text('purchase-step.ordered-done', { number: orderNumber }), undo: true },
      ),
    );
  }

  return (
    <Form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="form-grid thirds">
        <TextField
          className="span-3"
          label={text('purchase-step.number')}
          hint={text('purchase-step.number-hint')}
          value={number}
          onChange={setNumber}
          error={problem ?? undefined}
        />
        <TextField
          className="span-3"
          label={text('purchase-step.ordered-on')}
          value={day}
          onChange={setDay}
          error={!on.ok || on.value === null ? text('purchase-step.bad-day') : undefined}
        />
      </div>
      <PaymentMethods method={method} today={today} onChange={setMethod} />
      <div className="row">
        <GoOn label={text('purchase-step.record')} onPress={() => void save()} />
      </div>
    </Form>
  );
}
