import { useMemo } from 'react';
import { isOpen, orderViews, type OrderView } from '../../../core/desk/pending/order-views.ts';
import { groupBy } from '../../../core/kernel/group-by.ts';
import type { Purchase } from '../../../core/purchases/fold.ts';
import { compareNames } from '../../../core/register/arranged-by.ts';
import { Button } from '../../components/controls.tsx';
import { Badge, Card, Empty, Page } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { dayText, money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { StandingBadge } from '../orders/standing-badge.tsx';
import { PurchaseScreen } from './purchase-screen.tsx';
import { currentStep } from './purchase-steps.ts';
import { contentWords } from './purchase-words.ts';

type PurchaseView = OrderView & { readonly purchase: Purchase };

const isPurchase = (view: OrderView): view is PurchaseView => view.purchase !== null;

/** The purchases of a studio of one's own: one of them, or all, the open ones by account. */
export function PurchasesScreen({ purchaseId }: { readonly purchaseId: string | null }) {
  const state = useDesk((desk) => desk.state);
  const views = useMemo(() => orderViews(state).filter(isPurchase), [state]);
  const current = views.find(
    ({ id, orderNumber }) => purchaseId !== null && (id === purchaseId || orderNumber === purchaseId),
  );
  if (current !== undefined)
    return <PurchaseScreen key={current.id} purchase={current.purchase} others={views} />;
  const open = views.filter((view) => isOpen(view) || currentStep(state, view.purchase) !== null);
  const closed = views.filter((view) => !open.includes(view));
  if (views.length === 0)
    return (
      <Page title={text('purchase.list-title')}>
        <Card>
          <Empty
            title={text('purchase.empty-title')}
            action={
              <Button kind="primary" onPress={() => go({ screen: 'services' })}>
                {text('nav.services')}
              </Button>
            }
          >
            {text('purchase.empty-text')}
          </Empty>
        </Card>
      </Page>
    );
  const accounts = [...groupBy(open, ({ purchase }) => purchase.record.account ?? '')].sort(
    ([a], [b]) => Number(a === '') - Number(b === '') || compareNames(a, b),
  );
  return (
    <Page
      title={text('purchase.list-title')}
      lead={text('purchase.list-lead', { count: views.length, open: open.length })}
    >
      {accounts.map(([account, own]) => (
        <Card
          key={account}
          title={account === '' ? text('purchase.no-account') : text('purchase.account-group', { account })}
          aside={text('purchase.open-list')}
        >
          <PurchaseTable views={[...own].sort((a, b) => compareNames(a.holder, b.holder))} />
        </Card>
      ))}
      {closed.length > 0 && (
        <Card title={text('purchase.closed-list')}>
          <PurchaseTable views={closed} />
        </Card>
      )}
    </Page>
  );
}

function PurchaseTable({ views }: { readonly views: readonly PurchaseView[] }) {
  const state = useDesk((desk) => desk.state);
  return (
    <table className="table">
      <thead>
        <tr>
          <th>{text('col.holder')}</th>
          <th>{text('purchase.col-what')}</th>
          <th>{text('purchase.col-number')}</th>
          <th>{text('orders.day')}</th>
          <th className="num">{text('orders.total')}</th>
          <th>{text('col.state')}</th>
          <th>
            <span className="visually-hidden">{text('col.action')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {views.map((view) => {
          const step = currentStep(state, view.purchase);
          return (
            <tr key={view.id} data-quiet={['abandoned', 'cancelled'].includes(view.standing)}>
              <td className="strong">{view.holder}</td>
              <td>
                {contentWords(view.purchase)}
                {view.purchase.record.batch !== null && (
                  <small className="block faint">{view.purchase.record.batch}</small>
                )}
              </td>
              <td className="mono">{view.orderNumber ?? '–'}</td>
              <td>{dayText(view.purchase.ordered?.day ?? view.purchase.record.preparedOn)}</td>
              <td className="num">{money(view.gross)}</td>
              <td>
                <StandingBadge standing={view.standing} />
                {view.standing === 'active' && step === 'users' && (
                  <>
                    {' '}
                    <Badge tone="soon">{text('purchase.step-users')}</Badge>
                  </>
                )}
              </td>
              <td className="actions">
                <Button
                  aria-label={text(step === null ? 'purchase.look-named' : 'purchase.continue-named', {
                    holder: view.holder,
                  })}
                  onPress={() => go({ screen: 'orders', orderId: view.id })}
                >
                  {text(step === null ? 'purchase.look' : 'purchase.continue')}
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
