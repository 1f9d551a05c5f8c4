import type { Purchase } from '../../../core/purchases/fold.ts';
import type { PurchaseEvent } from '../../../core/purchases/purchase.ts';
import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { happeningText } from './happening-words.ts';
import { byWhen, preparedWhen } from './purchase-words.ts';

const correctable = new Set(['compared', 'ordered', 'paid', 'registered']);
const worrying = new Set(['unsure', 'still-unsure', 'failed', 'cancelled']);

/** Everything that happened, also what was corrected later, with who said so and when (rule J7). */
export function PurchaseHistory({ purchase }: { readonly purchase: Purchase }) {
  const { record, events } = purchase;
  const counting = new Set(events.map(({ id }) => id));
  const last = events.at(-1);
  return (
    <Card title={text('purchase.history')}>
      <ol className="timeline card-body">
        <li data-state="done">
          <span>{text('purchase.did-prepared')}</span>
          <span className="faint">{preparedWhen(record)}</span>
        </li>
        {record.events.map((event) => (
          <li key={event.id} data-state={worrying.has(event.what.kind) ? 'late' : 'done'}>
            <span className={counting.has(event.id) || event.what.kind === 'taken-back' ? '' : 'faint'}>
              {happeningText(event.what)}
              {event.reason !== null && (
                <small className="block faint">
                  {text('purchase-step.corrected-by', { reason: event.reason })}
                </small>
              )}
            </span>
            <span className="row">
              <span className="faint">{byWhen(event)}</span>
              {counting.has(event.id) && (
                <Mend purchase={purchase} event={event} isLast={event.id === last?.id} />
              )}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** The buttons that correct an event, or take the last one back. */
function Mend({
  purchase,
  event,
  isLast,
}: {
  readonly purchase: Purchase;
  readonly event: PurchaseEvent;
  readonly isLast: boolean;
}) {
  const { id: purchaseId } = purchase.record;
  const { kind } = event.what;
  const what = happeningText(event.what);
  return (
    <>
      {correctable.has(kind) && (
        <Button
          aria-label={text('purchase.correct-named', { what })}
          onPress={() => openDialog({ kind: 'correct-purchase', purchaseId, eventId: event.id })}
        >
          {text('purchase.correct')}
        </Button>
      )}
      {isLast && purchase.activated === null && (
        <Button
          aria-label={text('purchase.take-back-named', { what })}
          onPress={() => openDialog({ kind: 'take-back', purchaseId })}
        >
          {text('purchase.take-back')}
        </Button>
      )}
    </>
  );
}
