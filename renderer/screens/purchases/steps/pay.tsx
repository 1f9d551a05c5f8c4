import { useState } from 'react';
import { readDate } from '../../../../core/people/import/read-dates.ts';
import { isServiceKind } from '../../../../core/catalog/item.ts';
import { latestSafeDay, registrationDay } from '../../../../core/orders/payment.ts';
import { grossToPay } from '../../../../core/purchases/expected.ts';
import { Button } from '../../../components/buttons.tsx';
import { TextField } from '../../../components/controls.tsx';
import { ask } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { dayText, longDay, money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { CopyButton } from './copied.tsx';
import { happen } from './happen.ts';
import { TransferCode } from './transfer-code.tsx';
import { GoOn, StepCard } from './step-card.tsx';
import type { StepProps } from './step-props.ts';

/** Step 6: reference, amount, "pagato il" with the day on which it counts (rules G2 to G4). */
export function Pay({ purchase, takesFocus }: StepProps) {
  const today = useDesk((desk) => desk.state.today);
  const { record, ordered } = purchase;
  const [paid, setPaid] = useState(dayText(today));
  const [problem, setProblem] = useState<string | null>(null);
  if (ordered === null) return null;
  const { orderNumber, method } = ordered;
  const { quote } = record.revision;
  const gross = grossToPay(purchase);
  const on = readDate(paid);
  const paidOn = on.ok ? on.value : null;
  const renewed = quote.lines.find(({ kind, reason }) => reason === 'renewal' && isServiceKind(kind));

  async function save(): Promise<void> {
    if (paidOn === null) return;
    setProblem(
      await ask(
        { type: 'purchase/happened', purchaseId: record.id, what: { kind: 'paid', day: paidOn } },
        { text: text('purchase.did-paid', { day: dayText(paidOn) }), undo: true },
      ),
    );
  }

  return (
    <>
      <StepCard
        title={text('purchase-step.pay-title')}
        takesFocus={takesFocus}
        aside={text(`method.${method}`)}
      >
        <dl className="facts">
          <dt>{text('purchase-step.reference')}</dt>
          <dd>
            <span className="row row-wrap">
              <strong className="mono">{orderNumber}</strong> <CopyButton value={orderNumber} short />
            </span>
            <small className="faint">{text('purchase-step.reference-hint')}</small>
          </dd>
          <dt>{text('purchase-step.amount')}</dt>
          <dd className="strong">{money(gross)}</dd>
          {renewed !== undefined && (
            <>
              <dt>{text('purchase-step.pay-by')}</dt>
              <dd>{longDay(latestSafeDay(method, renewed.expiry), today)}</dd>
            </>
          )}
        </dl>
        <div className="form-grid thirds">
          <TextField
            className="span-3"
            label={text('purchase-step.paid-on')}
            value={paid}
            onChange={setPaid}
            error={problem ?? (paidOn === null ? text('purchase-step.bad-day') : undefined)}
            {...(paidOn === null
              ? {}
              : {
                  hint: text('purchase-step.will-register', {
                    paid: dayText(paidOn),
                    day: dayText(registrationDay(method, paidOn)),
                  }),
                })}
          />
        </div>
        <div className="row row-wrap">
          <GoOn label={text('purchase-step.paid')} isDisabled={paidOn === null} onPress={() => void save()} />
          <Button
            onPress={() =>
              void happen(
                purchase,
                { kind: 'cancelled', day: today },
                { text: text('purchase-step.cancelled-done', { number: orderNumber }), undo: true },
              )
            }
          >
            {text('purchase-step.cancel')}
          </Button>
        </div>
        <p className="faint">{text('purchase-step.cancel-hint')}</p>
      </StepCard>
      {method === 'bank-transfer' && <TransferCode gross={gross} reference={orderNumber} />}
    </>
  );
}
