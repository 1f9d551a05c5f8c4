import type { SeatDifference } from '../../../core/desk/seats/seat-difference.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { PersonId } from '../../../core/kernel/id.ts';
import { fullName } from '../../../core/people/person.ts';
import { isRunning } from '../../../core/services/lifecycle.ts';
import { Badge, type Tone } from '../../components/surfaces.tsx';
import { text } from '../../text/text.ts';
import { ReactivateFirst } from '../services/reactivate-first.tsx';

const mostNames = 8;

interface Group {
  readonly key:
    | 'stay'
    | 'permissions'
    | 'assign'
    | 'pending'
    | 'buy'
    | 'not-running'
    | 'withdraw'
    | 'free'
    | 'delete-first'
    | 'delete-by-hand'
    | 'blocked';
  readonly tone: Tone;
  readonly people: readonly PersonId[];
}

const groupsOf = (
  {
    stay,
    permissions,
    assign,
    pending,
    buy,
    withdraw,
    free,
    deleteFirst,
    deleteByHand,
    blocked,
  }: SeatDifference,
  running: boolean,
): readonly Group[] =>
  (
    [
      { key: 'assign', tone: 'ok', people: assign },
      // Nothing can be bought for a service that has expired or is not active yet (rule D4).
      { key: running ? 'buy' : 'not-running', tone: running ? 'soon' : 'late', people: buy },
      { key: 'pending', tone: 'accent', people: pending },
      { key: 'permissions', tone: 'accent', people: [...permissions] },
      { key: 'withdraw', tone: 'wait', people: withdraw },
      { key: 'free', tone: 'ok', people: free },
      { key: 'delete-first', tone: 'late', people: deleteFirst.map(({ personId }) => personId) },
      { key: 'delete-by-hand', tone: 'late', people: deleteByHand },
      { key: 'blocked', tone: 'wait', people: blocked },
      { key: 'stay', tone: 'wait', people: stay },
    ] as const
  ).filter(({ people }) => people.length > 0);

function names(people: readonly PersonId[], { workspace }: AppState): string {
  const shown = people.slice(0, mostNames).flatMap((id) => workspace.people.get(id) ?? []);
  const list = shown.map(fullName).join(', ');
  return people.length > mostNames
    ? text('names.and-more', { list, count: people.length - mostNames })
    : list;
}

/**
 * The plan of one service. Each group shows its number of people, what happens to them, and their names. A
 * service for which nothing can be bought says why.
 */
export function PlanGroups({
  difference,
  state,
  onLeave,
}: {
  readonly difference: SeatDifference;
  readonly state: AppState;
  readonly onLeave: () => void;
}) {
  const { service, buy } = difference;
  const running = isRunning(service, state.today);
  return (
    <section className="plan-service">
      <h3>{service.holder}</h3>
      <ul className="plan-groups">
        {groupsOf(difference, running).map(({ key, tone, people }) => (
          <li key={key}>
            <Badge tone={tone}>{text(`seat-plan-dialog.group-${key}`, { count: people.length })}</Badge>
            {key !== 'stay' && <span className="muted">{names(people, state)}</span>}
          </li>
        ))}
      </ul>
      {!running && buy.length > 0 && <ReactivateFirst service={service} onLeave={onLeave} />}
    </section>
  );
}
