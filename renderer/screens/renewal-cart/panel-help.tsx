import type { Command } from '../../../core/desk/command.ts';
import { panelPlanOf, seatIndex } from '../../../core/desk/seats/seat-boards.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { PersonId } from '../../../core/kernel/id.ts';
import { fullName, hasLeft } from '../../../core/people/person.ts';
import type { FiguresRefusal } from '../../../core/quotes/figures.ts';
import type { Service } from '../../../core/services/service.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner, Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go, openDialog, useUi } from '../../store/ui-store.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';

type InPanel = Extract<FiguresRefusal, { reason: 'users-in-panel' }>;

interface UserRow {
  readonly username: string;
  readonly name: string;
  readonly note: string;
  readonly left: boolean;
  readonly step: { readonly kind: 'free'; readonly personId: PersonId } | { readonly kind: 'align' } | null;
}

/**
 * The panel's users with their people. People who have left come first: their users should be
 * deleted first (rule H5).
 */
function userRows(state: AppState, service: Service): readonly UserRow[] {
  const index = seatIndex(state);
  const { seats, givenUsernames } = index(service.id);
  const { standing } = panelPlanOf(state, service, index);
  const seatOf = new Map(seats.map((seat) => [seat.username.toLowerCase(), seat]));
  const rows = service.users.map(({ username, email }): UserRow => {
    const key = username.toLowerCase();
    const personId = seatOf.get(key)?.personId ?? givenUsernames.get(key);
    const person = personId === undefined ? undefined : state.workspace.people.get(personId);
    const name = person === undefined ? email : fullName(person);
    if (personId === undefined)
      return { username, name, note: text('renewal-cart.panel-other'), left: false, step: null };
    const left = person !== undefined && hasLeft(person, state.today);
    if (standing.get(personId) === 'deleting')
      return { username, name, note: text('renewal-cart.panel-deleting'), left, step: null };
    if (!seatOf.has(key))
      return { username, name, note: text('renewal-cart.panel-former'), left: true, step: { kind: 'align' } };
    const note =
      left && person.end !== null ? text('renewal-cart.panel-left', { day: dayText(person.end) }) : '';
    return { username, name, note, left, step: { kind: 'free', personId } };
  });
  return [...rows.filter(({ left }) => left), ...rows.filter(({ left }) => !left)];
}

/**
 * Why fewer users cannot be renewed yet: the panel's users by name, and the steps to delete them (rule D5).
 */
export function PanelHelp({
  service,
  refusal,
  onKeep,
}: {
  readonly service: Service;
  readonly refusal: InPanel;
  readonly onKeep?: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const { configured, wanted } = refusal;
  const openPeople = (): void => {
    useUi.setState({ peopleService: service.id });
    go({ screen: 'people' });
  };
  return (
    <Card
      title={text('renewal-cart.panel-title', { surplus: configured - wanted })}
      aside={
        <div className="row">
          {onKeep !== undefined && <Button onPress={onKeep}>{text('renewal-cart.panel-keep')}</Button>}
          <Button onPress={openPeople}>{text('service.open-people')}</Button>
        </div>
      }
    >
      <div className="card-body stack stack-small" role="alert">
        <p>{text('renewal-cart.panel-text', { configured, wanted })}</p>
        <ol className="steps">
          <li>{text('renewal-cart.panel-step-1')}</li>
          <li>{text('renewal-cart.panel-step-2')}</li>
        </ol>
      </div>
      <table className="table dense" aria-label={text('renewal-cart.panel-users')}>
        <thead>
          <tr>
            <th>{text('people.col-name')}</th>
            <th>{text('people.col-username')}</th>
            <th>{text('col.note')}</th>
            <th>
              <span className="visually-hidden">{text('col.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {userRows(state, service).map(({ username, name, note, step }) => (
            <tr key={username}>
              <td className="strong">{name}</td>
              <td className="mono">{username}</td>
              <td className="muted">{note}</td>
              <td className="actions">
                {step !== null && (
                  <Button
                    aria-label={`${text(step.kind === 'free' ? 'status.free' : 'status.align')}: ${name}`}
                    onPress={() =>
                      openDialog(
                        step.kind === 'free'
                          ? { kind: 'free-seats', serviceId: service.id, personIds: [step.personId] }
                          : { kind: 'align-panel', serviceId: service.id },
                      )
                    }
                  >
                    {text(step.kind === 'free' ? 'status.free' : 'status.align')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** The panel has fewer users now. The refused change has become possible. */
export function PanelAllows({
  command,
  change,
}: {
  readonly command: Command;
  readonly change: (command: Command) => Promise<boolean>;
}) {
  const label =
    command.type === 'cart/reduce' && command.to !== null
      ? text('renewal-cart.panel-reduce', { to: command.to })
      : text('renewal-cart.leave-out');
  return (
    <Banner tone="ok" action={<Button onPress={() => void change(command)}>{label}</Button>}>
      {text('renewal-cart.panel-done')}
    </Banner>
  );
}
