import { cartPricing } from '../../../core/desk/cart/cart-figures.ts';
import { serviceKinds } from '../../../core/catalog/item.ts';
import type { Cart, CartSubject } from '../../../core/orders/cart.ts';
import { mostFirstYears } from '../../../core/quotes/figures.ts';
import { Select, Switch } from '../../components/controls.tsx';
import { Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { money } from '../../text/format.ts';
import { text } from '../../text/text.ts';

type FirstPurchase = Extract<CartSubject, { kind: 'first-purchase' }>;
type Change = Partial<Pick<FirstPurchase, 'serviceKind' | 'years' | 'promotion'>>;

/** The service of a first purchase: its kind, its years, and whether it is on promotion (rule D2). */
export function Term({ cart, subject }: { readonly cart: Cart; readonly subject: FirstPurchase }) {
  const state = useDesk((desk) => desk.state);
  const pricing = cartPricing(state);
  if (!pricing.ok) return null;
  const { promotion } = pricing.value.priceList;
  const most = mostFirstYears(subject);
  const set = (change: Change): void => void submit({ type: 'cart/term', cartId: cart.id, ...change });
  return (
    <Card title={text('cart.term')}>
      <div className="card-body stack">
        <div className="row">
          <Select
            label={text('col.item')}
            value={subject.serviceKind}
            choices={serviceKinds.map((kind) => ({ id: kind, label: text(`kind.${kind}`) }))}
            onChange={(serviceKind) => set({ serviceKind })}
          />
          <Select
            label={text('cart.years')}
            value={String(subject.years)}
            choices={Array.from({ length: most }, (_, index) => ({
              id: String(index + 1),
              label: text('cart.years-count', { count: index + 1 }),
            }))}
            onChange={(years) => set({ years: Number(years) })}
          />
        </div>
        <Switch on={subject.promotion} onChange={(on) => set({ promotion: on })}>
          <span>
            {text('cart.promotion', { months: promotion.months, price: money(promotion.price) })}{' '}
            <span className="faint">{text('cart.promotion-limit')}</span>
          </span>
        </Switch>
      </div>
    </Card>
  );
}
