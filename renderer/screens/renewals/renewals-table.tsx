import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { latestSafeDay, type PaymentMethod } from '../../../core/orders/payment.ts';
import { Spacer } from '../../components/spacer.tsx';
import { Badge, type Tone } from '../../components/surfaces.tsx';
import { go } from '../../store/ui-store.ts';
import { dayText, money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import type { RenewalRow } from './renewal-rows.ts';

const rowHeight = 37;
const columns = ['holder', 'users', 'state', 'notice', 'yellow', 'latest', 'limit', 'debit', 'expiry', 'deletion', 'session', 'amount'] as const;

function standing({ phase, service, missed, session, ordered }: RenewalRow): { readonly tone: Tone; readonly word: string } {
  if (ordered) return { tone: 'accent', word: text('renewals.state-ordered') };
  if (phase === 'grace') return { tone: 'late', word: text('renewals.state-grace') };
  if (service.automaticRenewal) return { tone: 'ok', word: text('renewals.state-automatic') };
  if (missed) return { tone: 'late', word: text('renewals.state-missed') };
  if (phase === 'late' || phase === 'renew-soon') return { tone: 'soon', word: text('renewals.state-soon') };
  return session === null ? { tone: 'wait', word: text('renewals.state-later') } : { tone: 'ok', word: text('renewals.state-planned') };
}

/** The timeline in words: one service a row, every day that matters a column. */
export function RenewalsTable({ rows, method }: { readonly rows: readonly RenewalRow[]; readonly method: PaymentMethod }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 10 });
  const items = virtual.getVirtualItems();
  return (
    <div className="grid-scroll renewals-table" ref={scroller}>
      <table className="table" aria-label={text('renewals.table')} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((key) => (
              <th key={key} className={key === 'amount' || key === 'users' ? 'num' : ''}>
                {text(`renewals.col-${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={items[0]?.start ?? 0} columns={columns.length} />
          {items.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const { service, users, days, expiry, session, renewal, phase } = row;
            const { tone, word } = standing(row);
            const byHand = !service.automaticRenewal && phase !== 'grace';
            return (
              <tr key={service.id} aria-rowindex={index + 2}>
                <td className="strong nowrap">
                  <button type="button" className="link" onClick={() => go({ screen: 'service', serviceId: service.id })}>
                    {service.holder}
                  </button>
                </td>
                <td className="num">{users}</td>
                <td>
                  <Badge tone={tone}>{word}</Badge>
                </td>
                <td>{dayText(days.notice)}</td>
                <td>{dayText(days.yellow)}</td>
                <td>{byHand ? dayText(latestSafeDay(method, expiry)) : '–'}</td>
                <td>{dayText(days.registrationLimit)}</td>
                <td>{service.automaticRenewal ? dayText(days.automaticDebit) : '–'}</td>
                <td className="strong">{dayText(expiry)}</td>
                <td>{dayText(days.deletion)}</td>
                <td>{session === null ? '–' : dayText(session)}</td>
                <td className="num">{renewal === null ? '–' : money(renewal.gross)}</td>
              </tr>
            );
          })}
          <Spacer height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}
