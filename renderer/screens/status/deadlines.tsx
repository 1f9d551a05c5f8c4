import type { Deadline } from '../../../core/desk/plan/deadlines.ts';
import { daysBetween, type Day } from '../../../core/kernel/day.ts';
import { Badge, Card, type Tone } from '../../components/surfaces.tsx';
import { useRoving } from '../../components/use-roving.ts';
import { go } from '../../store/ui-store.ts';
import { dayText } from '../../text/format.ts';
import { itemsText } from '../../text/item-words.ts';
import { text } from '../../text/text.ts';

const shown = 8;

function toneOf(kind: Deadline['kind'], days: number): Tone {
  if (kind === 'deletion' || (kind === 'expiry' && days <= 15)) return 'late';
  return kind !== 'notice' && kind !== 'debit' && days <= 30 ? 'soon' : 'wait';
}

/** The deadlines ahead. The nearest comes first. */
export function Deadlines({ coming, today }: { readonly coming: readonly Deadline[]; readonly today: Day }) {
  const roving = useRoving();
  return (
    <Card title={text('status.todo')}>
      {coming.length === 0 ? (
        <p className="card-body muted">{text('status.todo-none')}</p>
      ) : (
        <ul className="list" {...roving} aria-label={text('status.todo')}>
          {coming.slice(0, shown).map((deadline) => {
            const days = daysBetween(today, deadline.on);
            return (
              <li key={`${deadline.serviceId} ${deadline.kind} ${deadline.on}`} data-row>
                <span className="calendar-day">{dayText(deadline.on)}</span>
                <span className="grow">
                  <button
                    type="button"
                    className="link plain"
                    onClick={() => go({ screen: 'service', serviceId: deadline.serviceId })}
                  >
                    {deadline.holder}
                  </button>{' '}
                  <span className="muted">
                    {text(`deadline.${deadline.kind}`, { items: itemsText(deadline.items) })}
                  </span>
                </span>
                <Badge tone={toneOf(deadline.kind, days)}>{text('days.within', { days })}</Badge>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
