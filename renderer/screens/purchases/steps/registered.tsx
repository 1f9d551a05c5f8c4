import { useState } from 'react';
import type { Purchase } from '../../../../core/purchases/fold.ts';
import { readDate } from '../../../../core/people/import/read-dates.ts';
import { Button } from '../../../components/buttons.tsx';
import { TextField } from '../../../components/controls.tsx';
import { Card } from '../../../components/surfaces.tsx';
import { ask } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';

/** Aruba's e-mail "Conferma pagamento" can be recorded, if it comes before the activation (rule G6). */
export function Registered({ purchase }: { readonly purchase: Purchase }) {
  const today = useDesk((desk) => desk.state.today);
  const { registeredOn, record } = purchase;
  const [typed, setTyped] = useState(
    dayText(registeredOn !== null && registeredOn < today ? registeredOn : today),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const on = readDate(typed);
  const day = on.ok ? on.value : null;

  async function save(): Promise<void> {
    if (day === null) return;
    setProblem(
      await ask(
        { type: 'purchase/happened', purchaseId: record.id, what: { kind: 'registered', day } },
        { text: text('purchase.did-registered', { day: dayText(day) }), undo: true },
      ),
    );
  }

  return (
    <Card title={text('purchase-step.registered')}>
      <div className="card-body stack stack-small">
        <p className="muted">
          {text('purchase-step.registered-question', {
            day: registeredOn === null ? '–' : dayText(registeredOn),
          })}
        </p>
        <div className="row form-line">
          <TextField
            label={text('purchase-step.registered-on')}
            value={typed}
            onChange={setTyped}
            error={problem ?? (day === null ? text('purchase-step.bad-day') : undefined)}
          />
          <Button isDisabled={day === null} onPress={() => void save()}>
            {text('purchase-step.registered')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
