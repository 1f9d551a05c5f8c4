import { fullName } from '../../../../core/people/person.ts';
import type { EndingSeats } from '../../../../core/seats/seat-counts.ts';
import { useDesk } from '../../../store/desk.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';

const mostNames = 4;

/**
 * When seats end, and who loses a seat on the next day. This holds unless the seats are renewed or
 * extended before (rule H6).
 */
export function SeatEnds({ ending }: { readonly ending: readonly EndingSeats[] }) {
  const people = useDesk((desk) => desk.state.workspace.people);
  if (ending.length === 0) return null;
  return (
    <ul className="stack stack-small" aria-label={text('seat-plan.ends')}>
      {ending.map(({ expiry, quantity, people: losing }) => {
        const names = losing.slice(0, mostNames).flatMap((id) => people.get(id) ?? []);
        const list = names.map(fullName).join(', ');
        const more = losing.length - mostNames;
        return (
          <li key={expiry}>
            <div className="row spread">
              <span>{text('seat-plan.ends-on', { day: dayText(expiry) })}</span>
              <strong>{quantity}</strong>
            </div>
            {losing.length > 0 && (
              <p className="faint">
                {text('seat-plan.then-wait', {
                  list: more > 0 ? text('names.and-more', { list, count: more }) : list,
                })}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
