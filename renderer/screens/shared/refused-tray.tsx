import type { Refusal } from '../../../core/desk/command.ts';
import type { WaitingCommand } from '../../../core/desk/rows/shared-rows.ts';
import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons.tsx';
import { useDesk } from '../../store/desk.ts';
import { openDialog, toast } from '../../store/ui-store.ts';
import { momentText } from '../../text/moment.ts';
import { refusalText } from '../../text/sentences.ts';
import { text, type TextId } from '../../text/text.ts';

/** What was wanted: the kind of thing, and the name that the command gives it. */
function wishOf({ command }: WaitingCommand): string {
  const kind = text(`shared-studio.of-${command.type.split('/')[0]}` as TextId);
  const named = command as { readonly name?: unknown; readonly details?: { readonly email?: unknown } };
  const name = named.name ?? named.details?.email;
  return typeof name === 'string' ? `${kind} «${name}»` : kind;
}

/** Who changed it before, as the server has told it. */
function byWhom({ refusal }: WaitingCommand): string {
  const by = refusal?.changedBy;
  return by === undefined ? '' : text('shared-studio.changed-by', { name: by.name, when: momentText(by.at) });
}

/**
 * Gives the command again. A new person gets the form, filled in: mostly one field must be another. What is
 * refused again stays, with the reason of now.
 */
async function again(row: WaitingCommand): Promise<void> {
  const { command } = row;
  if (command.type === 'person/add') return openDialog({ kind: 'person', personId: null, again: row.id });
  const answer = await bridge.call('shared/again', { id: row.id });
  toast(answer.ok ? text('shared-studio.again-done', { wish: wishOf(row) }) : refusalText(answer.error), {
    tone: answer.ok ? 'plain' : 'late',
  });
}

function whyOf({ refusal }: WaitingCommand): string {
  if (refusal?.reason === 'changed-since' || refusal?.reason === 'broken')
    return text(`shared-studio.${refusal.reason}`);
  return refusal === null ? '' : refusalText(refusal as unknown as Refusal);
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
                {row.command.type !== 'undo' && (
                  <Button
                    aria-label={text('shared-studio.again-name', { wish: wishOf(row) })}
                    onPress={() => void again(row)}
                  >
                    {text('shared-studio.again')}
                  </Button>
                )}
                <Button
                  aria-label={text('shared-studio.let-go-name', { wish: wishOf(row) })}
                  onPress={() => void bridge.call('shared/let-go', { id: row.id })}
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
