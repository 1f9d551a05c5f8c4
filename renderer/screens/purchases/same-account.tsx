import type { OrderView } from '../../../core/desk/pending/order-views.ts';
import type { Purchase } from '../../../core/purchases/fold.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { go } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { usePurchaseWork } from './use-purchase-work.ts';

/** The other open purchases that the same sign-in serves: the next one is a press away. */
export function SameAccount({
  purchase,
  others,
}: {
  readonly purchase: Purchase;
  readonly others: readonly OrderView[];
}) {
  const { currentStep } = usePurchaseWork();
  const { account, id } = purchase.record;
  if (account === null) return null;
  const left = others.filter(
    (view) =>
      view.id !== id &&
      view.purchase !== null &&
      view.purchase.record.account === account &&
      currentStep(view.purchase) !== null,
  );
  const next = left.toSorted((a, b) => (a.holder < b.holder ? -1 : 1));
  const after = next.find(({ holder }) => holder > purchase.record.holder) ?? next[0];
  if (after === undefined) return null;
  return (
    <Banner
      tone="accent"
      title={text('purchase.account-group', { account })}
      action={
        <Button onPress={() => go({ screen: 'orders', orderId: after.id })}>
          {text('purchase.next-same', { holder: after.holder })}
        </Button>
      }
    >
      {text('purchase.next-left', { count: left.length })}
    </Banner>
  );
}
