import { openForgotten } from '../../../core/desk/pending/forgotten.ts';
import { Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { momentText } from '../../text/moment.ts';
import { text } from '../../text/text.ts';
import { DecideButtons } from './decide-buttons.tsx';
import { forgottenWords } from './forgotten-words.ts';

/**
 * Everything that the vendor forgot and about which the person has not decided. Nothing if there is nothing.
 */
export function ForgottenCard() {
  const state = useDesk((desk) => desk.state);
  const rows = openForgotten(state);
  const newest = rows[0];
  if (newest === undefined) return null;
  return (
    <Card title={text('forgotten.title')} aside={text('sync.waiting-count', { count: rows.length })}>
      <p className="card-body">{text('forgotten.text', { when: momentText(newest.at) })}</p>
      <table className="table" aria-label={text('forgotten.title')}>
        <thead>
          <tr>
            <th>{text('forgotten.what')}</th>
            <th>
              <span className="visually-hidden">{text('col.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{forgottenWords(state, row.thing)}</td>
              <td className="actions">
                <DecideButtons row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
