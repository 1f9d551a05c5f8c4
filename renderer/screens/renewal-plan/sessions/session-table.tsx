import type { AccountWork } from '../../../../core/desk/plan/account-work.ts';
import { arrangementOf, type Arrangements } from '../../../../core/register/arrangement.ts';
import { explainDocument, explainOrders } from '../../../../core/quotes/explain.ts';
import { Amount } from '../../../components/amount.tsx';
import { Button } from '../../../components/controls.tsx';
import { Badge } from '../../../components/surfaces.tsx';
import { go } from '../../../store/ui-store.ts';
import { dayText, money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { openRenewal } from '../../cart/open-cart.ts';
import { arrangedText } from '../../register/arrangement/arrangement-words.ts';
import { accountText } from './account-words.ts';
import { shownGross, type SessionRow } from './session-rows.ts';

/**
 * The services of a session. `work` arranges them by account, each account with its head; null in a sample
 * studio, where there is one account.
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
  const accessOf = ({ renewal }: SessionRow) =>
    arrangements === null ? null : arrangementOf(arrangements, renewal.serviceId).access;
  const rowOf = (row: SessionRow) => <Row key={row.renewal.id} row={row} access={accessOf(row)} />;
  return (
    <div className="grid-scroll tall">
      <table className="table" aria-label={text('session.services')}>
        <thead>
          <tr>
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
        {work === null ? (
          <tbody>{rows.map(rowOf)}</tbody>
        ) : (
          work.map((one) => (
            <tbody key={one.key}>
              <AccountHead work={one} />
              {one.items.map(rowOf)}
            </tbody>
          ))
        )}
      </table>
    </div>
  );
}

function AccountHead({ work }: { readonly work: AccountWork<SessionRow> }) {
  return (
    <tr className="group">
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
            work.items.map((row) => ({ holder: row.renewal.holder, quote: { gross: shownGross(row) } })),
          )}
        />
      </td>
      <td />
    </tr>
  );
}

function Row({
  row: { renewal, cart, quote, problem, order, later },
  access,
}: {
  readonly row: SessionRow;
  /** How the firm reaches the service. Null: not said. */
  readonly access: NonNullable<ReturnType<typeof arrangementOf>['access']> | null;
}) {
  const shown = order?.quote ?? quote;
  const { serviceId, holder, expiry, target } = renewal;
  return (
    <tr>
      <td className="strong">
        {holder}
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
        {shown === null ? money(renewal.gross) : <Amount explanation={explainDocument(shown.lines, shown)} />}
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
