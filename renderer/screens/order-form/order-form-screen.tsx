import { useState } from 'react';
import { Form } from 'react-aria-components';
import { cartFigures, serviceOfCart } from '../../../core/desk/cart/cart-figures.ts';
import { usualPayers } from '../../../core/desk/orders/usual-payer.ts';
import { orderViews } from '../../../core/desk/pending/order-views.ts';
import type { CartId } from '../../../core/kernel/id.ts';
import { namedInCart, type Cart } from '../../../core/orders/cart.ts';
import { paysAtOnce, registrationDay, type Payer } from '../../../core/orders/payment.ts';
import { explainLine } from '../../../core/quotes/explain.ts';
import type { Figures } from '../../../core/quotes/figures.ts';
import { Amount } from '../../components/amount.tsx';
import { Totals } from '../../components/amounts.tsx';
import { Button, TextField } from '../../components/controls.tsx';
import { NameList } from '../../components/name-list.tsx';
import { PaymentMethods } from '../../components/payment-methods.tsx';
import { Banner, Card, Page } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { dropPayerDraft, keepPayerDraft, usePayerDrafts } from '../../store/payer-drafts.ts';
import { go, openDialog, toast, useUi } from '../../store/ui-store.ts';
import { dayText, longDay } from '../../text/format.ts';
import { refusalText } from '../../text/sentences.ts';
import { text, type TextId } from '../../text/text.ts';
import { cartLead, namesOf } from '../cart/cart-names.ts';
import { clauses, Clauses, type Accepted } from './clauses.tsx';
import { payerFields, payerProblems } from './payer-problems.ts';

const labels: { readonly [K in keyof Payer]: TextId } = {
  name: 'input.name',
  vatCode: 'input.vat',
  address: 'input.address',
  postcode: 'order-form.postcode',
  municipality: 'order-form.municipality',
  province: 'order-form.province',
  email: 'order-form.email',
  eInvoiceAddress: 'order-form.einvoice',
};

const widths: { readonly [K in keyof Payer]: string } = {
  name: 'span-3',
  vatCode: 'span-3',
  address: 'span-3',
  postcode: '',
  municipality: '',
  province: '',
  email: 'span-3',
  eInvoiceAddress: 'span-3',
};

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
  const signedOut = useDesk((desk) => desk.sync.link === 'signed-out');
  const method = useUi((ui) => ui.method);
  const payer = usePayerDrafts(({ byCart }) => byCart[cart.id]) ?? known;
  const [accepted, setAccepted] = useState<Accepted>(new Set());
  const [tried, setTried] = useState(false);
  const [working, setWorking] = useState(false);
  const problems = payerProblems(payer);
  const wrong = payerFields.filter((field) => problems[field] !== undefined);
  const { today } = state;
  const registered = registrationDay(method, today);
  // Paying by card or PayPal stores the method at the vendor. From then on the vendor renews
  // by itself (rules F).
  const automatic = paysAtOnce(method) && serviceOfCart(state, cart)?.automaticRenewal !== true;
  const methodName = text(`method.${method}`).toLowerCase();

  async function confirm(): Promise<void> {
    setTried(true);
    if (wrong.length > 0) {
      toast(text('order-form.missing', { fields: wrong.map((field) => text(labels[field])).join(', ') }), {
        tone: 'late',
      });
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
          <Card title={text('order-form.payer')}>
            <div className="card-body form-grid thirds">
              {payerFields.map((field) => (
                <TextField
                  key={field}
                  className={widths[field]}
                  label={text(labels[field])}
                  value={payer[field]}
                  {...(field === 'email' ? { hint: text('order-form.email-hint') } : {})}
                  error={tried ? problems[field] : undefined}
                  onChange={(value) => keepPayerDraft(cart.id, { ...payer, [field]: value })}
                />
              ))}
            </div>
          </Card>
          <Card title={text('payment.method')}>
            <div className="card-body stack stack-small">
              <PaymentMethods
                hideLabel
                method={method}
                today={today}
                onChange={(chosen) => useUi.setState({ method: chosen })}
              />
              <p className="muted">
                {text(cart.subject.kind === 'renewal' ? 'renewal-cart.usable' : 'order-form.usable', {
                  method: methodName,
                  day: longDay(registered, today),
                })}
              </p>
              {automatic && <p>{text('automatic-renewal.will', { method: methodName })}</p>}
            </div>
          </Card>
          <Card title={text('order-form.clauses')}>
            <div className="card-body stack stack-small">
              <Clauses accepted={accepted} onChange={setAccepted} />
            </div>
          </Card>
        </div>
        <Card title={text('order-form.what')}>
          <div className="card-body stack">
            <ul className="stack stack-small">
              {quote.lines.map((line) => (
                <li key={`${line.reason} ${line.id}`} className="row spread">
                  <span className="muted">
                    {text('order-form.what-line', {
                      quantity: line.quantity,
                      item: text(`kind.${line.kind}`),
                      day: dayText(line.newExpiry),
                    })}
                  </span>
                  <Amount explanation={explainLine(line, quote)} />
                </li>
              ))}
            </ul>
            <ForWhom cart={cart} />
            <Totals quote={quote} />
            <Button kind="primary" wide type="submit" isDisabled={working || accepted.size < clauses.length}>
              {text('order-form.confirm')}
            </Button>
            {accepted.size < clauses.length && (
              <p className="muted">
                {text('order-form.clauses-left', { count: clauses.length - accepted.size })}
              </p>
            )}
            <p className="faint">{text('cart.same', { version: quote.priceListVersion })}</p>
          </div>
        </Card>
      </Form>
    </Page>
  );
}

function ForWhom({ cart }: { readonly cart: Cart }) {
  const state = useDesk((desk) => desk.state);
  const names = namesOf(state, namedInCart(cart));
  return names.length === 0 ? null : (
    <p className="muted">
      {text('order-form.for')} <NameList names={names} />
    </p>
  );
}
