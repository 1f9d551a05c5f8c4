import { useMemo, type Ref } from 'react';
import type { AccountWork } from '../../../../core/desk/plan/account-work.ts';
import { arrangementOf, type Arrangements } from '../../../../core/register/arrangement.ts';
import type { AccessWay } from '../../../../core/register/fields.ts';
import { explainDocument, explainOrders } from '../../../../core/quotes/explain.ts';
import { Amount } from '../../../components/amount.tsx';
import { Button } from '../../../components/buttons.tsx';
import { DrawnRows, useLongList } from '../../../components/long-list.tsx';
import { Badge } from '../../../components/surfaces.tsx';
import { go } from '../../../store/ui-store.ts';
import { dayText, money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { openRenewal } from '../../cart/open-cart.ts';
import { arrangedText } from '../../register/arrangement/arrangement-words.ts';
import { accountText } from './account-words.ts';
import { shownGross, type SessionRow } from './session-rows.ts';

type Line =
  | { readonly kind: 'head'; readonly key: string; readonly work: AccountWork<SessionRow> }
  | { readonly kind: 'row'; readonly key: string; readonly row: SessionRow };

const rowLine = (row: SessionRow): Line => ({ kind: 'row', key: row.renewal.id, row });

const linesOf = (
  rows: readonly SessionRow[],
  work: readonly AccountWork<SessionRow>[] | null,
): readonly Line[] =>
  work === null
    ? rows.map(rowLine)
    : work.flatMap((one) => [
        { kind: 'head', key: `account ${one.key}`, work: one } satisfies Line,
        ...one.items.map(rowLine),
      ]);

const rowHeight = 53;
const columns = 6;

/**
 * The services of a session. `work` arranges them by account, each account with its head; null in a sample
 * studio, where there is one account. A session can have thousands of services: only visible rows are drawn.
 */
export function SessionTable({
  rows,
  work,
  arrangements,
}: {
  readonly rows: readonly SessionRow[];
  readonly work: readonly AccountWork<SessionRow>[] | null;
  readonly arrangements: Arrangements | null;
}) {
  const lines = useMemo(() => linesOf(rows, work), [rows, work]);
  const { scroller, list } = useLongList({
    count: lines.length,
    estimateSize: () => rowHeight,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 15,
  });
  return (
    <div className="grid-scroll tall" ref={scroller}>
      <table className="table" aria-label={text('session.services')} aria-rowcount={lines.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th>{text('renewal-plan.col-holder')}</th>
            <th>{text('renewal-plan.col-expiry')}</th>
            <th>{text('session.new-expiry')}</th>
            <th>{text('renewal-plan.col-state')}</th>
            <th className="num">{text('renewal-plan.col-amount')}</th>
            <th>
              <span className="visually-hidden">{text('col.action')}</span>
            </th>
          </tr>
        </thead>
        <DrawnRows list={list} columns={columns}>
          {(index) => {
            const line = lines[index];
            if (line === undefined) return null;
            const place = { index, ref: list.virtual.measureElement };
            return line.kind === 'head' ? (
              <AccountHead key={line.key} work={line.work} {...place} />
            ) : (
              <Row
                key={line.key}
                row={line.row}
                access={arrangements && arrangementOf(arrangements, line.row.renewal.serviceId).access}
                {...place}
              />
            );
          }}
        </DrawnRows>
      </table>
    </div>
  );
}

interface Place {
  /** Measures the row. */
  readonly ref: Ref<HTMLTableRowElement>;
  /** The place in the table, counted from 0 without the header. */
  readonly index: number;
}

function AccountHead({ work, index, ref }: Place & { readonly work: AccountWork<SessionRow> }) {
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2} className="group">
      <th scope="rowgroup" colSpan={4}>
        <span className="account-head">
          <strong>{accountText(work)}</strong>
          <small>{text('renewal-plan.services', { count: work.items.length })}</small>
          {work.clientBuys > 0 && (
            <small>{text('session.client-buys-count', { count: work.clientBuys })}</small>
          )}
        </span>
      </th>
      <td className="num strong">
        <Amount
          explanation={explainOrders(
            work.items.map((row) => ({ holder: row.renewal.holder, gross: shownGross(row) })),
          )}
        />
      </td>
      <td />
    </tr>
  );
}

function Row({
  row,
  access,
  index,
  ref,
}: Place & {
  readonly row: SessionRow;
  /** How the firm reaches the service. Null: not said. */
  readonly access: AccessWay | null;
}) {
  const { renewal, cart, quote, problem, order, later } = row;
  const shown = order?.quote ?? quote;
  const gross = shownGross(row);
  const { serviceId, holder, expiry, target } = renewal;
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2}>
      <td>
        <span className="strong">{holder}</span>
        {access === 'client-buys' ? (
          <div>
            <Badge tone="soon">{arrangedText('access', access)}</Badge>
          </div>
        ) : (
          access !== null && <small className="block faint">{arrangedText('access', access)}</small>
        )}
        {problem !== null && <div className="late-text">{problem}</div>}
      </td>
      <td>{dayText(expiry)}</td>
      <td>{dayText(shown?.target ?? target)}</td>
      <td>
        {order !== null ? (
          <Badge tone="accent">{text(`standing.${order.standing}`)}</Badge>
        ) : cart !== null ? (
          <Badge tone={problem === null ? 'ok' : 'late'}>{text('session.in-cart')}</Badge>
        ) : (
          <Badge tone="wait">{text(later ? 'session.later' : 'session.to-prepare')}</Badge>
        )}
      </td>
      <td className="num strong">
        {shown?.gross === gross ? <Amount explanation={explainDocument(shown.lines, shown)} /> : money(gross)}
      </td>
      <td className="actions">
        {order !== null ? (
          <Button onPress={() => go({ screen: 'orders', orderId: order.id })}>{text('session.order')}</Button>
        ) : later ? null : (
          <Button
            aria-label={text('session.review-named', { holder })}
            onPress={() => void openRenewal(serviceId)}
          >
            {text('session.review')}
          </Button>
        )}
      </td>
    </tr>
  );
}
