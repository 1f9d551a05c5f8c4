import { moduleKinds, neededModule, takesModules } from '../../../core/catalog/item.ts';
import { cartPricing } from '../../../core/desk/cart/cart-figures.ts';
import type { Cart } from '../../../core/orders/cart.ts';
import { activeModules, type Service } from '../../../core/services/service.ts';
import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { money } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/** The "Servizi aggiuntivi" card: each module that is not bought yet, with a button to add it to the cart. */
export function Extras({ cart, service }: { readonly cart: Cart; readonly service: Service | undefined }) {
  const state = useDesk((desk) => desk.state);
  const pricing = cartPricing(state);
  if (!pricing.ok) return null;
  const kind =
    cart.subject.kind === 'first-purchase' ? cart.subject.serviceKind : (service?.kind ?? 'e-invoicing');
  const active = service === undefined ? [] : activeModules(service, state.today);
  const offered = moduleKinds.filter((module) => !active.includes(module) && !cart.modules.includes(module));
  const sentence = !takesModules(kind)
    ? text('cart.extras-not-sold')
    : offered.length === 0
      ? text('cart.extras-none')
      : null;
  return (
    <Card title={text('cart.extras')}>
      {sentence !== null ? (
        <p className="card-body muted">{sentence}</p>
      ) : (
        <ul className="list">
          {offered.map((module) => {
            const needs = neededModule(module);
            const missing =
              needs !== undefined && !active.includes(needs) && !cart.modules.includes(needs)
                ? needs
                : undefined;
            const name = text(`kind.${module}`);
            return (
              <li key={module}>
                <span className="grow">
                  {name}{' '}
                  {missing !== undefined && (
                    <span className="faint">{text('cart.needs', { module: text(`kind.${missing}`) })}</span>
                  )}
                </span>
                <span className="muted">
                  {text('cart.yearly', { price: money(pricing.value.priceList.yearly[module]) })}
                </span>
                <Button
                  aria-label={`${text('cart.add')}: ${name}`}
                  isDisabled={missing !== undefined}
                  onPress={() =>
                    void submit({ type: 'cart/module', cartId: cart.id, module, included: true })
                  }
                >
                  {text('cart.add')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
