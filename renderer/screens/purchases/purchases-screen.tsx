import { useMemo, useState } from 'react';
import { isOpen, orderViews, type OrderView } from '../../../core/desk/pending/order-views.ts';
import { groupBy } from '../../../core/kernel/group-by.ts';
import type { Purchase } from '../../../core/purchases/fold.ts';
import { compareNames } from '../../../core/register/arranged-by.ts';
import { Button } from '../../components/buttons.tsx';
import { SearchField } from '../../components/controls.tsx';
import { MoreRows, useFirstRows } from '../../components/first-rows.tsx';
import { Badge, Card, Empty, Page } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { dayText, money } from '../../text/format.ts';
import { fold, searchWords } from '../../text/fold.ts';
import { text } from '../../text/text.ts';
import { StandingBadge } from '../orders/standing-badge.tsx';
import { PurchaseScreen } from './purchase-screen.tsx';
import type { PurchaseStep } from './purchase-steps.ts';
import { contentWords } from './purchase-words.ts';
import { usePurchaseWork } from './use-purchase-work.ts';

type PurchaseView = OrderView & { readonly purchase: Purchase };

const isPurchase = (view: OrderView): view is PurchaseView => view.purchase !== null;

/** The purchases of a card. The search reaches all of them. */
const shownAtOnce = 100;

/** The purchases of a studio of one's own: one of them, or all, the open ones by account. */
export function PurchasesScreen({ purchaseId }: { readonly purchaseId: string | null }) {
  const state = useDesk((desk) => desk.state);
  const views = useMemo(() => orderViews(state).filter(isPurchase), [state]);
  const current = views.find(
    ({ id, orderNumber }) => purchaseId !== null && (id === purchaseId || orderNumber === purchaseId),
  );
  if (current !== undefined)
    return <PurchaseScreen key={current.id} purchase={current.purchase} others={views} />;
  return views.length === 0 ? <NoPurchase /> : <PurchaseList views={views} />;
}

function NoPurchase() {
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
}

function PurchaseList({ views }: { readonly views: readonly PurchaseView[] }) {
  const { currentStep } = usePurchaseWork();
  const [query, setQuery] = useState('');
  const { accounts, closed, openCount } = useMemo(() => {
    const words = searchWords(query);
    const found = views.filter(({ holder, orderNumber }) =>
      words.every((word) => fold(`${holder} ${orderNumber ?? ''}`).includes(word)),
    );
    const isLeft = (view: PurchaseView): boolean => isOpen(view) || currentStep(view.purchase) !== null;
    const byAccount = groupBy(found.filter(isLeft), ({ purchase }) => purchase.record.account ?? '');
    return {
      accounts: [...byAccount]
        .sort(([a], [b]) => Number(a === '') - Number(b === '') || compareNames(a, b))
        .map(([account, own]) => ({
          account,
          own: [...own].sort((a, b) => compareNames(a.holder, b.holder)),
        })),
      closed: found.filter((view) => !isLeft(view)),
      openCount: views.filter(isLeft).length,
    };
  }, [views, query, currentStep]);
  return (
    <Page
      wide
      title={text('purchase.list-title')}
      lead={text('purchase.list-lead', { count: views.length, open: openCount })}
      actions={<SearchField label={text('purchase.search')} value={query} onChange={setQuery} />}
    >
      {accounts.map(({ account, own }) => (
        <Card
          key={account}
          title={account === '' ? text('purchase.no-account') : text('purchase.account-group', { account })}
          aside={text('purchase.open-list')}
        >
          <PurchaseTable views={own} />
        </Card>
      ))}
      {closed.length > 0 && (
        <Card title={text('purchase.closed-list')}>
          <PurchaseTable views={closed} />
        </Card>
      )}
      {accounts.length + closed.length === 0 && (
        <p className="muted" role="status">
          {text('purchase.none-found')}
        </p>
      )}
    </Page>
  );
}

function PurchaseTable({ views }: { readonly views: readonly PurchaseView[] }) {
  const list = useFirstRows(views, shownAtOnce);
  const { currentStep } = usePurchaseWork();
  return (
    <>
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
          {list.first.map((view) => (
            <PurchaseRow key={view.id} view={view} step={currentStep(view.purchase)} />
          ))}
        </tbody>
      </table>
      <MoreRows list={list} />
    </>
  );
}

function PurchaseRow({ view, step }: { readonly view: PurchaseView; readonly step: PurchaseStep | null }) {
  const { record, ordered } = view.purchase;
  const open = (): void => go({ screen: 'orders', orderId: view.id });
  return (
    <tr
      data-quiet={['abandoned', 'cancelled'].includes(view.standing)}
      data-pick
      onClick={({ target }) => {
        // The button opens it by itself.
        if (target instanceof Element && target.closest('button') === null) open();
      }}
    >
      <td className="strong breaks">{view.holder}</td>
      <td>
        {contentWords(view.purchase)}
        {record.batch !== null && <small className="block faint">{record.batch}</small>}
      </td>
      <td className="mono breaks">{view.orderNumber ?? '–'}</td>
      <td>{dayText(ordered?.day ?? record.preparedOn)}</td>
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
          onPress={open}
        >
          {text(step === null ? 'purchase.look' : 'purchase.continue')}
        </Button>
      </td>
    </tr>
  );
}
