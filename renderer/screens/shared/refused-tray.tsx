import type { WaitingCommand } from '../../../core/desk/rows/shared-rows.ts';
import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons.tsx';
import { useDesk } from '../../store/desk.ts';
import { openDialog, toast } from '../../store/ui-store.ts';
import { momentText } from '../../text/moment.ts';
import { text } from '../../text/text.ts';
import { byWhom, realOrderOf, whyOf, wishOf } from './refused-words.ts';

/**
 * Gives the command again. A new person gets the form, filled in: mostly one field must be another. What is
 * refused again stays, with the reason of now.
 */
async function again(row: WaitingCommand): Promise<void> {
  const { command } = row;
  if (command.type === 'person/add') return openDialog({ kind: 'person', personId: null, again: row.id });
  const answer = await bridge.call('shared/again', { id: row.id });
  const said = answer.ok
    ? text('shared-studio.again-done', { wish: wishOf(row) })
    : whyOf({ refusal: { ...answer.error } });
  toast(said, { tone: answer.ok ? 'plain' : 'late' });
}

/** An undo is not given later. A command about somebody who was erased has lost its content. */
const canBeGivenAgain = ({ command }: WaitingCommand): boolean =>
  command.type !== 'undo' && Object.keys(command).length > 1;

/** Lets a row go. One that tells of a real order or payment asks first. */
function letGo(row: WaitingCommand): void {
  if (realOrderOf(useDesk.getState().state, row) !== undefined)
    return openDialog({ kind: 'let-go', waitingId: row.id });
  void bridge.call('shared/let-go', { id: row.id });
}

/** The commands that the server has refused. They stay until a person has dealt with them. */
export function RefusedTray() {
  const waiting = useDesk((desk) => desk.state.workspace.waiting);
  const refused = [...waiting.values()]
    .filter(({ state }) => state === 'refused')
    .toSorted((a, b) => a.at - b.at);
  if (refused.length === 0) return null;
  return (
    <section className="card refused-tray" aria-label={text('shared-studio.tray')}>
      <div className="card-body stack">
        <h2>{text('shared-studio.tray')}</h2>
        <p className="muted">{text('shared-studio.tray-lead')}</p>
        <ul className="stack plain-list">
          {refused.map((row) => (
            <li key={row.id} className="row spread">
              <span>
                <strong>{wishOf(row)}</strong>{' '}
                <span className="muted">{text('shared-studio.when', { when: momentText(row.at) })}</span>{' '}
                {whyOf(row)} <span className="muted">{byWhom(row)}</span>
              </span>
              <span className="row">
                {canBeGivenAgain(row) && (
                  <Button
                    aria-label={text('shared-studio.again-name', { wish: wishOf(row) })}
                    onPress={() => void again(row)}
                  >
                    {text('shared-studio.again')}
                  </Button>
                )}
                <Button
                  aria-label={text('shared-studio.let-go-name', { wish: wishOf(row) })}
                  onPress={() => letGo(row)}
                >
                  {text('shared-studio.let-go')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
