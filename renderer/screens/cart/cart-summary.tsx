import type { Cart } from '../../../core/orders/cart.ts';
import { explainPart } from '../../../core/quotes/explain.ts';
import type { Figures } from '../../../core/quotes/figures.ts';
import { Amount } from '../../components/amount.tsx';
import { TotalLine, Totals } from '../../components/amounts.tsx';
import { Button } from '../../components/buttons.tsx';
import { Convention } from '../../components/convention.tsx';
import { PaymentMethods } from '../../components/payment-methods.tsx';
import { Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { useMethod } from '../../store/use-method.ts';
import { text } from '../../text/text.ts';
import { preparePurchase } from '../purchases/prepare-purchase.ts';

/** The totals of a cart, how it is paid, and the way to the order. */
export function CartSummary({
  cart,
  quote,
  blocked,
}: {
  readonly cart: Cart;
  readonly quote: Figures;
  readonly blocked: boolean;
}) {
  const today = useDesk((desk) => desk.state.today);
  const simulated = useDesk((desk) => desk.simulated);
  const [method, setMethod] = useMethod(cart);
  const bought = quote.lines.filter((line) => line.reason === 'bought');
  const extended = quote.lines.filter((line) => line.reason === 'extension');
  const renewed = quote.lines.filter((line) => line.reason === 'renewal');
  return (
    <Card title={text('cart.summary')}>
      <div className="card-body stack">
        <Totals quote={quote}>
          {renewed.length > 0 && (
            <TotalLine label={text('renewal-cart.sum', { count: renewed.length })}>
              <Amount explanation={explainPart(renewed)} />
            </TotalLine>
          )}
          {bought.length > 0 && (
            <TotalLine
              label={text(
                bought.every((line) => line.kind === 'user') ? 'cart.sum-users' : 'cart.sum-bought',
              )}
            >
              <Amount explanation={explainPart(bought)} />
            </TotalLine>
          )}
          {extended.length > 0 && (
            <TotalLine label={text('cart.sum-extension', { count: extended.length })}>
              <Amount explanation={explainPart(extended)} />
            </TotalLine>
          )}
        </Totals>
        <Convention
          discount={quote.discount}
          onCode={(code) => submit({ type: 'cart/convention', cartId: cart.id, code })}
        />
        <PaymentMethods method={method} today={today} onChange={setMethod} />
        {simulated ? (
          <Button
            kind="primary"
            wide
            isDisabled={blocked}
            onPress={() => go({ screen: 'order-form', cartId: cart.id })}
          >
            {text('cart.proceed')}
          </Button>
        ) : (
          <>
            <Button
              kind="primary"
              wide
              isDisabled={blocked}
              onPress={() => void preparePurchase(cart.id, quote.gross)}
            >
              {text('purchase.make')}
            </Button>
            <p className="faint">{text('purchase.make-note')}</p>
          </>
        )}
        <p className="faint">{text('cart.same', { version: quote.priceListVersion })}</p>
      </div>
    </Card>
  );
}
