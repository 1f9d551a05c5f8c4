import { useState } from 'react';
import { Form } from 'react-aria-components';
import { cartFigures, serviceOfCart } from '../../../core/desk/cart/cart-figures.ts';
import { usualPayers } from '../../../core/desk/orders/usual-payer.ts';
import { orderViews } from '../../../core/desk/pending/order-views.ts';
import type { CartId } from '../../../core/kernel/id.ts';
import type { Cart } from '../../../core/orders/cart.ts';
import { paysAtOnce, type Payer } from '../../../core/orders/payment.ts';
import type { Figures } from '../../../core/quotes/figures.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner, Card, Page } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk, vendorSync } from '../../store/desk.ts';
import { dropPayerDraft, usePayerDrafts } from '../../store/payer-drafts.ts';
import { go, openDialog, toast } from '../../store/ui-store.ts';
import { useMethod } from '../../store/use-method.ts';
import { refusalText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';
import { cartLead } from '../cart/cart-names.ts';
import { clauses, Clauses, type Accepted } from './clauses.tsx';
import { MethodCard, PayerCard, payerLabels, SummaryCard } from './order-form-cards.tsx';
import { payerFields, payerProblems } from './payer-problems.ts';

/** The order form: who pays, the payment method, the clauses, and the button that makes the order. */
export function OrderFormScreen({ cartId }: { readonly cartId: CartId }) {
  const state = useDesk((desk) => desk.state);
  const cart = state.workspace.carts.get(cartId);
  const firm = state.workspace.firm.get('firm');
  const quote = cart === undefined ? undefined : cartFigures(state, cart);
  if (cart === undefined || firm === undefined || quote === undefined || !quote.ok) {
    const why = quote === undefined || quote.ok ? text('refusal.unknown.cart') : refusalText(quote.error);
    return (
      <Page
        title={text('order-form.title')}
        actions={
          <Button onPress={() => go({ screen: 'orders', orderId: null })}>{text('nav.orders')}</Button>
        }
      >
        <Banner tone="soon">{why}</Banner>
      </Page>
    );
  }
  const known = usualPayers(state)(cart) ?? firm.payer;
  return <OrderForm cart={cart} quote={quote.value} known={known} />;
}

function OrderForm({
  cart,
  quote,
  known,
}: {
  readonly cart: Cart;
  readonly quote: Figures;
  readonly known: Payer;
}) {
  const state = useDesk((desk) => desk.state);
  const signedOut = useDesk((desk) => vendorSync(desk).link === 'signed-out');
  const [method] = useMethod(cart);
  const payer = usePayerDrafts(({ byCart }) => byCart[cart.id]) ?? known;
  const [accepted, setAccepted] = useState<Accepted>(new Set());
  const [tried, setTried] = useState(false);
  const [working, setWorking] = useState(false);
  const problems = payerProblems(payer);
  const wrong = payerFields.filter((field) => problems[field] !== undefined);
  // Paying by card or PayPal stores the method at the vendor. From then on the vendor renews
  // by itself (rules F).
  const automatic = paysAtOnce(method) && serviceOfCart(state, cart)?.automaticRenewal !== true;

  async function confirm(): Promise<void> {
    setTried(true);
    if (wrong.length > 0) {
      toast(
        text('order-form.missing', { fields: wrong.map((field) => text(payerLabels[field])).join(', ') }),
        {
          tone: 'late',
        },
      );
      return;
    }
    setWorking(true);
    const placed = await submit(
      {
        type: 'order/confirm',
        cartId: cart.id,
        payer,
        method,
        clausesAccepted: accepted.size === clauses.length,
        shownGross: quote.gross,
      },
      { text: text(automatic ? 'order-form.confirmed-automatic' : 'order-form.confirmed') },
    );
    setWorking(false);
    if (!placed) return;
    dropPayerDraft(cart.id);
    const newest = orderViews(useDesk.getState().state).find((view) => view.placement?.cart.id === cart.id);
    go({ screen: 'orders', orderId: newest?.key ?? null });
    if (signedOut) openDialog({ kind: 'sign-in', why: 'order' });
  }

  return (
    <Page
      title={text('order-form.title')}
      lead={cartLead(state, cart)}
      actions={
        <Button onPress={() => go({ screen: 'cart', cartId: cart.id })}>{text('order-form.back')}</Button>
      }
    >
      <Form
        className="split"
        onSubmit={(event) => {
          event.preventDefault();
          void confirm();
        }}
      >
        <div className="stack">
          <PayerCard cart={cart} known={known} payer={payer} problems={problems} tried={tried} />
          <MethodCard cart={cart} automatic={automatic} />
          <Card title={text('order-form.clauses')}>
            <div className="card-body stack stack-small">
              <Clauses accepted={accepted} onChange={setAccepted} />
            </div>
          </Card>
        </div>
        <SummaryCard cart={cart} quote={quote} left={clauses.length - accepted.size} working={working} />
      </Form>
    </Page>
  );
}
