import { useState } from 'react';
import { namedInCart, type Cart } from '../../../core/orders/cart.ts';
import { registrationDay, type Payer } from '../../../core/orders/payment.ts';
import { explainLine } from '../../../core/quotes/explain.ts';
import type { Figures } from '../../../core/quotes/figures.ts';
import { Amount } from '../../components/amount.tsx';
import { Totals } from '../../components/amounts.tsx';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { NameList } from '../../components/name-list.tsx';
import { PaymentMethods } from '../../components/payment-methods.tsx';
import { Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { keepPayerDraft } from '../../store/payer-drafts.ts';
import { useMethod } from '../../store/use-method.ts';
import { dayText, longDay } from '../../text/format.ts';
import { text, type TextId } from '../../text/text.ts';
import { namesOf } from '../cart/cart-names.ts';
import { payerFields, type PayerProblems } from './payer-problems.ts';

export const payerLabels: { readonly [K in keyof Payer]: TextId } = {
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

/** The fields of the payer, or the firm's own data at once. The typed values are a draft of this window. */
export function PayerCard({
  cart,
  known,
  payer,
  problems,
  tried,
}: {
  readonly cart: Cart;
  /** The payer before anything was typed. */
  readonly known: Payer;
  readonly payer: Payer;
  readonly problems: PayerProblems;
  /** True once somebody tried to confirm: then every problem is shown. */
  readonly tried: boolean;
}) {
  /** The fields that somebody has been in. Their problems are shown when one leaves them. */
  const [left, setLeft] = useState<ReadonlySet<keyof Payer>>(new Set());
  const firm = useDesk((desk) => desk.state.workspace.firm.get('firm')?.payer);
  return (
    <Card
      title={text('order-form.payer')}
      aside={
        firm !== undefined &&
        firm.vatCode !== known.vatCode && (
          <Button onPress={() => keepPayerDraft(cart.id, firm)}>{text('order-form.firm-pays')}</Button>
        )
      }
    >
      <div className="card-body form-grid thirds">
        {payerFields.map((field) => (
          <TextField
            key={field}
            className={widths[field]}
            label={text(payerLabels[field])}
            value={payer[field]}
            {...(field === 'email' ? { hint: text('order-form.email-hint') } : {})}
            error={tried || left.has(field) ? problems[field] : undefined}
            onBlur={() => setLeft(new Set([...left, field]))}
            onChange={(value) => keepPayerDraft(cart.id, { ...payer, [field]: value })}
          />
        ))}
      </div>
    </Card>
  );
}

/** The payment method, and the day on which the service or the users become usable. */
export function MethodCard({
  cart,
  automatic,
}: {
  readonly cart: Cart;
  /** True if the order turns automatic renewal on. */
  readonly automatic: boolean;
}) {
  const today = useDesk((desk) => desk.state.today);
  const [method, setMethod] = useMethod(cart);
  const methodName = text(`pay-by.${method}`);
  return (
    <Card title={text('payment.method')}>
      <div className="card-body stack stack-small">
        <PaymentMethods hideLabel method={method} today={today} onChange={setMethod} />
        <p className="muted">
          {text(cart.subject.kind === 'renewal' ? 'renewal-cart.usable' : 'order-form.usable', {
            method: methodName,
            day: longDay(registrationDay(method, today), today),
          })}
        </p>
        {automatic && <p>{text('automatic-renewal.will', { method: methodName })}</p>}
      </div>
    </Card>
  );
}

/** What the order buys, its totals, and the button that confirms it. */
export function SummaryCard({
  cart,
  quote,
  left,
  working,
}: {
  readonly cart: Cart;
  readonly quote: Figures;
  /** The number of clauses that are not accepted yet. */
  readonly left: number;
  readonly working: boolean;
}) {
  return (
    <Card title={text('order-form.what')}>
      <div className="card-body stack">
        <ul className="stack stack-small">
          {quote.lines.map((line) => (
            <li key={`${line.reason} ${line.id}`} className="row spread">
              <span className="muted">
                {text('order-form.what-line', {
                  quantity: line.quantity,
                  item: text(
                    line.kind === 'user' && line.reason === 'extension'
                      ? 'line.users-active'
                      : `kind.${line.kind}`,
                  ),
                  day: dayText(line.newExpiry),
                })}
              </span>
              <Amount explanation={explainLine(line, quote)} />
            </li>
          ))}
        </ul>
        <ForWhom cart={cart} />
        <Totals quote={quote} />
        <Button kind="primary" wide type="submit" isDisabled={working || left > 0}>
          {text('order-form.confirm')}
        </Button>
        {left > 0 && <p className="muted">{text('order-form.clauses-left', { count: left })}</p>}
        <p className="faint">{text('cart.same', { version: quote.priceListVersion })}</p>
      </div>
    </Card>
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
