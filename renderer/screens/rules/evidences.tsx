import type { Evidence } from '../../../core/desk/rows/state.ts';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { dayText, money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { fitName } from './fit-name.ts';

const receiptWords = ({ net, gross, usersUntil }: Evidence['receipt']): string =>
  [
    net === null ? '' : `${text('amount.net')} ${money(net)}`,
    gross === null ? '' : `${text('amount.total')} ${money(gross)}`,
    usersUntil === null ? '' : dayText(usersUntil),
  ]
    .filter(Boolean)
    .join(', ');

/** The stored receipts that are the reason for the rule in use. */
export function Evidences() {
  const evidence = useDesk((desk) => desk.state).workspace.evidence;
  if (evidence.size === 0) return null;
  return (
    <div className="card-body stack stack-small">
      <h3>{text('calibrate.evidence')}</h3>
      <ul className="list">
        {[...evidence.values()].reverse().map(({ id, on, holder, quantity, receipt, fits }) => (
          <li key={id}>
            <span className="grow">
              {text('calibrate.evidence-line', {
                day: dayText(on),
                holder,
                quantity,
                extension: receipt.extension ? 'yes' : 'no',
                figures: receiptWords(receipt),
              })}{' '}
              <span className="faint">
                {fits.map((fit) => fitName(fit, receipt.extension)).join(', ') || '–'}
              </span>
            </span>
            <button
              type="button"
              className="link"
              onClick={() => void submit({ type: 'receipt/forget', id })}
            >
              {text('calibrate.forget')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
