import { useMemo } from 'react';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { PurchaseId } from '../../../core/kernel/id.ts';
import { writeCsv } from '../../../core/formats/spreadsheet/write-csv.ts';
import { Button } from '../../components/buttons.tsx';
import { MoreRows, useFirstRows } from '../../components/first-rows.tsx';
import { Card } from '../../components/surfaces.tsx';
import { saveFile } from '../../store/save-file.ts';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { happeningText } from '../purchases/happening-words.ts';
import { whenWords } from './history-words.ts';

interface Row {
  readonly id: string;
  readonly purchaseId: PurchaseId;
  readonly at: number;
  readonly holder: string;
  readonly what: string;
  readonly by: string;
}

/** The export has all of them. */
const shownAtOnce = 50;

/** Every step of every purchase, the newest first; corrections with their reason (rule J7). */
function purchaseEvents({ workspace }: AppState): readonly Row[] {
  const rows: Row[] = [];
  for (const { id: purchaseId, at, by, holder, events } of workspace.purchases.values()) {
    rows.push({ id: purchaseId, purchaseId, at, by, holder, what: text('purchase.did-prepared') });
    for (const event of events) {
      const what = happeningText(event.what);
      rows.push({
        id: event.id,
        purchaseId,
        at: event.at,
        by: event.by,
        holder,
        what:
          event.reason === null
            ? what
            : `${what} (${text('purchase-step.corrected-by', { reason: event.reason })})`,
      });
    }
  }
  return rows.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}

const columns = ['history.col-when', 'col.holder', 'history.event', 'history.col-by'] as const;

/** The purchases in Aruba's pages, step by step. Absent while there is none. */
export function PurchaseEvents() {
  const state = useDesk((desk) => desk.state);
  const rows = useMemo(() => purchaseEvents(state), [state]);
  const list = useFirstRows(rows, shownAtOnce);
  if (rows.length === 0) return null;
  const exportAll = (): Promise<boolean> =>
    saveFile({
      name: `storico-acquisti-${state.today}.csv`,
      text: writeCsv([
        columns.map((column) => text(column)),
        ...rows.map(({ at, holder, what, by }) => [whenWords(at), holder, what, by]),
      ]),
    });
  return (
    <Card
      title={text('purchase.list-title')}
      aside={<Button onPress={() => void exportAll()}>{text('history.export')}</Button>}
    >
      <table className="table" aria-label={text('purchase.list-title')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{text(column)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.first.map(({ id, purchaseId, at, holder, what, by }) => (
            <tr key={id}>
              <td>{whenWords(at)}</td>
              <td>
                <button
                  type="button"
                  className="link"
                  onClick={() => go({ screen: 'orders', orderId: purchaseId })}
                >
                  {holder}
                </button>
              </td>
              <td>{what}</td>
              <td>{by}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows list={list} />
    </Card>
  );
}
