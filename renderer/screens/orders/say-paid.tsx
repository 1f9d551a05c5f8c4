import { useState } from 'react';
import { Form } from 'react-aria-components';
import { paymentUnderWay } from '../../../core/desk/pending/payment-under-way.ts';
import type { Order } from '../../../core/orders/order.ts';
import { registrationDay } from '../../../core/orders/payment.ts';
import { readDate } from '../../../core/people/import/read-dates.ts';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { ask, submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { dayText, longDay } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/** "Ho pagato il …": the day of the payment, and when the vendor should register it (rule G3). */
export function SayPaid({ order }: { readonly order: Order }) {
  const state = useDesk((desk) => desk.state);
  const { today } = state;
  const [day, setDay] = useState(dayText(today));
  const [problem, setProblem] = useState<string | null>(null);
  const { orderNumber, method } = order;
  const underWay = paymentUnderWay(state, order);
  if (underWay !== undefined) {
    const { on, expected, overdue } = underWay;
    return (
      <Banner
        tone={overdue ? 'soon' : 'ok'}
        action={
          <Button onPress={() => void submit({ type: 'order/say-paid', orderNumber, on: null })}>
            {text('order.not-paid')}
          </Button>
        }
      >
        {text(overdue ? 'order.said-overdue' : 'order.said-paid', {
          on: dayText(on),
          day: longDay(expected, today),
        })}
      </Banner>
    );
  }

  const read = readDate(day);
  const on = read.ok ? read.value : null;
  async function save(): Promise<void> {
    if (on === null) return;
    setProblem(
      await ask(
        { type: 'order/say-paid', orderNumber, on },
        { text: text('order.said-done', { number: orderNumber }), undo: true },
      ),
    );
  }
  return (
    <Form
      className="row row-end row-wrap"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={text('order.paid-on')}
        value={day}
        onChange={setDay}
        error={problem ?? (on === null ? text('order.paid-bad-day') : undefined)}
        {...(on === null
          ? {}
          : { hint: text('order.paid-hint', { day: longDay(registrationDay(method, on), today) }) })}
      />
      <Button kind="primary" type="submit" isDisabled={on === null}>
        {text('order.say-paid')}
      </Button>
    </Form>
  );
}
