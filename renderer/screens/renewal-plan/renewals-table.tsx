import { latestSafeDay, type PaymentMethod } from '../../../core/orders/payment.ts';
import { DrawnRows, useLongList } from '../../components/long-list.tsx';
import { Badge } from '../../components/surfaces.tsx';
import { go } from '../../store/ui-store.ts';
import { dayText, money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { foldsByKey } from '../../components/group-button.tsx';
import { Sourced } from '../register/sourced.tsx';
import { RenewalGroupButton } from './renewal-group-button.tsx';
import type { GroupHead, RenewalLine } from './renewal-groups.ts';
import type { RenewalRow } from './renewal-rows.ts';
import { renewalStandingOf, standingText, standingTone } from './renewal-standing.ts';

const rowHeight = 37;
const columns = [
  'holder',
  'users',
  'state',
  'notice',
  'yellow',
  'latest',
  'limit',
  'debit',
  'expiry',
  'deletion',
  'session',
  'amount',
] as const;

/** The timeline as a table: one row for each service, one column for each important day. */
export function RenewalsTable({
  lines,
  onFold,
  method,
}: {
  readonly lines: readonly RenewalLine[];
  readonly onFold: (head: GroupHead) => void;
  readonly method: PaymentMethod;
}) {
  const { scroller, list } = useLongList({
    count: lines.length,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  return (
    <div className="grid-scroll renewals-table" ref={scroller}>
      <table className="table" aria-label={text('renewal-plan.table')} aria-rowcount={lines.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((key) => (
              <th key={key} className={key === 'amount' || key === 'users' ? 'num' : ''}>
                {text(`renewal-plan.col-${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <DrawnRows list={list} columns={columns.length}>
          {(index) => {
            const line = lines[index];
            if (line === undefined) return null;
            return line.kind === 'head' ? (
              <tr key={line.key} aria-rowindex={index + 2} className="group">
                <th scope="rowgroup" colSpan={columns.length}>
                  <RenewalGroupButton
                    head={line}
                    onFold={onFold}
                    onKeyDown={({ key }) => void foldsByKey(key, line, onFold)}
                  />
                </th>
              </tr>
            ) : (
              <Row key={line.key} row={line.row} index={index} method={method} />
            );
          }}
        </DrawnRows>
      </table>
    </div>
  );
}

function Row({
  row,
  index,
  method,
}: {
  readonly row: RenewalRow;
  readonly index: number;
  readonly method: PaymentMethod;
}) {
  const { service, users, days, expiry, session, renewal, phase } = row;
  const standing = renewalStandingOf(row);
  const byHand = !service.automaticRenewal && phase !== 'grace';
  return (
    <tr aria-rowindex={index + 2}>
      <td className="strong nowrap">
        <button
          type="button"
          className="link"
          onClick={() => go({ screen: 'service', serviceId: service.id })}
        >
          {service.holder}
        </button>
      </td>
      <td className="num">{users}</td>
      <td>
        <Badge tone={standingTone[standing]}>{standingText(standing)}</Badge>
      </td>
      <td>{dayText(days.notice)}</td>
      <td>{dayText(days.yellow)}</td>
      <td>{byHand ? dayText(latestSafeDay(method, expiry)) : '–'}</td>
      <td>{dayText(days.registrationLimit)}</td>
      <td>{service.automaticRenewal ? dayText(days.automaticDebit) : '–'}</td>
      <td className="strong">
        <Sourced serviceId={service.id} field="expiry" label={dayText(expiry)}>
          {dayText(expiry)}
        </Sourced>
      </td>
      <td>{dayText(days.deletion)}</td>
      <td>{session === null ? '–' : dayText(session)}</td>
      <td className="num">{renewal === null ? '–' : money(renewal.gross)}</td>
    </tr>
  );
}
