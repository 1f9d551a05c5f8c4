import { useRef, type RefObject } from 'react';
import type { OrderView } from '../../../core/desk/pending/order-views.ts';
import { epcPayload } from '../../../core/formats/paper/epc.ts';
import { canCancel, type Order } from '../../../core/orders/order.ts';
import { paysAtOnce, registrationDay } from '../../../core/orders/payment.ts';
import { milestones } from '../../../core/services/lifecycle.ts';
import { baseItem } from '../../../core/services/service.ts';
import { Button } from '../../components/buttons.tsx';
import { copyElement } from '../../components/copy.ts';
import { QrCode } from '../../components/qr-code.tsx';
import { Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { openDialog, toast } from '../../store/ui-store.ts';
import { dayText, longDay, money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { Iban } from './iban.tsx';
import { SayPaid } from './say-paid.tsx';

/**
 * The renewal that was ordered. It comes from the vendor's order, or from the confirmed cart if
 * there is no order yet.
 */
export function renewalOf({ order, placement }: OrderView): { readonly years: number } | undefined {
  const what = order?.purchase ?? placement?.cart.subject;
  return what?.kind === 'renewal' ? what : undefined;
}

/** The payment of an order: how to pay it, or how it was paid. */
export function HowToPay({ view }: { readonly view: OrderView }) {
  const today = useDesk((desk) => desk.state.today);
  const service = useDesk((desk) => desk.state.replica.services.get(view.serviceId ?? ''));
  const reference = useRef<HTMLElement>(null);
  const { order } = view;
  if (order === null || view.standing === 'cancelled') return null;
  const { method } = order;
  const atOnce = paysAtOnce(method);
  const base = service?.automaticRenewal === true ? baseItem(service) : undefined;
  const debit = base === undefined ? null : milestones(base.expiry, base.anchor).automaticDebit;
  const { paid } = order;
  const waiting = order.state === 'awaiting-payment';
  const registered = order.history.find(({ state }) => state === 'awaiting-activation')?.on;
  const copy = (): void => {
    if (reference.current !== null)
      toast(text(copyElement(reference.current) ? 'order.copied' : 'order.not-copied'));
  };
  return (
    <Card title={text(waiting ? 'order.pay' : 'order.payment')} aside={text(`method.${method}`)}>
      <div className="card-body stack">
        {atOnce && <p>{text('order.paid-at-once', { method: text(`pay-by.${method}`) })}</p>}
        {atOnce && debit !== null && <p>{text('automatic-renewal.is-on', { day: longDay(debit, today) })}</p>}
        {waiting && !atOnce && <PaymentFacts view={view} order={order} reference={reference} />}
        {waiting && !atOnce && paid === null && <SayPaid key={order.orderNumber} order={order} />}
        {waiting && paid !== null && (
          <p>{text('order.paid', { on: dayText(paid.on), registered: longDay(paid.registeredOn, today) })}</p>
        )}
        {!waiting && !atOnce && paid !== null && (
          <p>
            {text('order.registered', {
              on: dayText(paid.on),
              registered: dayText(registered ?? paid.registeredOn),
            })}
          </p>
        )}
        <div className="row">
          {!atOnce && waiting && <Button onPress={copy}>{text('order.copy')}</Button>}
          {canCancel(order) && view.entry === null && (
            <Button kind="danger" onPress={() => openDialog({ kind: 'cancel-order', orderId: view.id })}>
              {text('order.cancel')}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}

/** The facts that a person needs to pay: amount, reference, account, and the QR code of a transfer. */
function PaymentFacts({
  view,
  order: {
    payment,
    paid,
    method,
    quote: { gross },
  },
  reference,
}: {
  readonly view: OrderView;
  readonly order: Order;
  /** Receives the element of the reference, so that it can be copied. */
  readonly reference: RefObject<HTMLElement | null>;
}) {
  const today = useDesk((desk) => desk.state.today);
  const { beneficiary, iban } = payment;
  const code = epcPayload({ beneficiary, iban, gross, reference: payment.reference });
  return (
    <dl className="facts">
      <dt>{text('order.amount')}</dt>
      <dd className="strong">{money(gross)}</dd>
      <dt>{text('order.reference')}</dt>
      <dd>
        <strong className="mono reference" ref={reference}>
          {payment.reference}
        </strong>
        <div className="faint">{text('order.reference-only')}</div>
      </dd>
      <dt>{text('order.beneficiary')}</dt>
      <dd>{payment.beneficiary}</dd>
      <dt>{text(method === 'bank-transfer' ? 'order.iban' : 'order.postal')}</dt>
      <dd>
        {method === 'bank-transfer' ? (
          <Iban iban={payment.iban} />
        ) : (
          <span className="mono">{payment.postalAccount}</span>
        )}
      </dd>
      {method === 'bank-transfer' && (
        <>
          <dt>{text('order.qr-label')}</dt>
          <dd>
            {code.ok ? (
              <>
                <QrCode
                  value={code.value}
                  label={text('order.qr', { amount: money(gross), reference: payment.reference })}
                />
                <div className="faint">{text('order.qr-hint')}</div>
              </>
            ) : (
              <div className="field-error">{text(`no-qr.${code.error.problem}`)}</div>
            )}
          </dd>
        </>
      )}
      {paid === null && (
        <>
          <dt>{text('order.usable')}</dt>
          <dd>
            {text(renewalOf(view) === undefined ? 'order.usable-from' : 'renewal-cart.order-usable', {
              day: longDay(registrationDay(method, today), today),
            })}
          </dd>
        </>
      )}
    </dl>
  );
}
