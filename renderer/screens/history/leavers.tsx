import { boardOf, panelPlanOf, seatIndex } from '../../../core/desk/seats/seat-boards.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { daysBetween, type Day } from '../../../core/kernel/day.ts';
import type { PersonId, ServiceId } from '../../../core/kernel/id.ts';
import { fullName } from '../../../core/people/person.ts';
import { Button } from '../../components/buttons.tsx';
import { MoreRows, useFirstRows } from '../../components/first-rows.tsx';
import { Card } from '../../components/surfaces.tsx';
import { saveFile } from '../../store/save-file.ts';
import { useDesk } from '../../store/desk.ts';
import { remembered } from '../../store/remembered.ts';
import { openDialog } from '../../store/ui-store.ts';
import { writeCsv } from '../../../core/formats/spreadsheet/write-csv.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';

interface LeaverRow {
  readonly id: string;
  readonly personId: PersonId;
  readonly serviceId: ServiceId;
  readonly name: string;
  readonly holder: string;
  readonly username: string;
  readonly left: Day;
  readonly days: number;
  readonly step: 'delete' | 'sent' | 'free';
}

/** Everybody who has left and still holds a seat. Those who left first come first (rule H5). */
function leaverRows(state: AppState): readonly LeaverRow[] {
  const index = seatIndex(state);
  const rows: LeaverRow[] = [];
  for (const service of state.replica.services.values()) {
    const board = boardOf(state, service, index);
    if (board.leavers.length === 0) continue;
    const { standing } = panelPlanOf(state, service, index, board);
    for (const personId of board.leavers) {
      const person = state.workspace.people.get(personId);
      const seat = board.seatOf.get(personId);
      if (person === undefined || person.end === null || seat === undefined) continue;
      const at = standing.get(personId);
      rows.push({
        id: seat.id,
        personId,
        serviceId: service.id,
        name: fullName(person),
        holder: service.holder,
        username: seat.username,
        left: person.end,
        days: daysBetween(person.end, state.today),
        step: at === 'deleting' ? 'sent' : at === 'to-delete' ? 'delete' : 'free',
      });
    }
  }
  return rows.sort((a, b) => b.days - a.days || (a.name < b.name ? -1 : 1));
}

const rowsOf = remembered(leaverRows);
/** Those who left first come first. The export has all of them. */
const shownAtOnce = 50;

/** The open tasks for people who have left, and an export for the firm's privacy records. */
export function Leavers() {
  const state = useDesk((desk) => desk.state);
  const rows = rowsOf(state);
  const list = useFirstRows(rows, shownAtOnce);

  const exportRows = (): Promise<boolean> =>
    saveFile({
      name: `usciti-${state.today}.csv`,
      text: writeCsv([
        [
          text('history.col-person'),
          text('history.col-service'),
          text('people.col-username'),
          text('leavers.col-left'),
          text('leavers.col-days'),
          text('leavers.col-step'),
        ],
        ...rows.map(({ name, holder, username, left, days, step }) => [
          name,
          holder,
          username,
          dayText(left),
          String(days),
          text(`leavers.step-${step}`),
        ]),
      ]),
    });

  return (
    <Card
      title={text('leavers.title')}
      aside={
        <Button isDisabled={rows.length === 0} onPress={() => void exportRows()}>
          {text('leavers.export')}
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p className="card-body muted">{text('leavers.none')}</p>
      ) : (
        <>
          <p className="card-body muted">{text('leavers.text')}</p>
          <table className="table" aria-label={text('leavers.title')}>
            <thead>
              <tr>
                <th>{text('history.col-person')}</th>
                <th>{text('history.col-service')}</th>
                <th>{text('people.col-username')}</th>
                <th>{text('leavers.col-left')}</th>
                <th className="num">{text('leavers.col-days')}</th>
                <th>{text('leavers.col-step')}</th>
                <th>
                  <span className="visually-hidden">{text('col.action')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {list.first.map((row) => (
                <tr key={row.id}>
                  <td className="strong">{row.name}</td>
                  <td>{row.holder}</td>
                  <td className="mono">{row.username}</td>
                  <td>{dayText(row.left)}</td>
                  <td className="num">{row.days}</td>
                  <td>{text(`leavers.step-${row.step}`)}</td>
                  <td className="actions">
                    {row.step !== 'sent' && (
                      <Button
                        aria-label={`${text('status.free')}: ${row.name}, ${row.holder}`}
                        onPress={() =>
                          openDialog({
                            kind: 'free-seats',
                            serviceId: row.serviceId,
                            personIds: [row.personId],
                          })
                        }
                      >
                        {text('status.free')}
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <MoreRows list={list} />
        </>
      )}
    </Card>
  );
}
