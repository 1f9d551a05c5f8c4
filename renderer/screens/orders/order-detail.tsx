import { useRef } from 'react';
import type { OrderView } from '../../../core/desk/pending/order-views.ts';
import { explainLine } from '../../../core/quotes/explain.ts';
import { canCancel } from '../../../core/orders/order.ts';
import { paysAtOnce, registrationDay } from '../../../core/orders/payment.ts';
import { milestones } from '../../../core/services/lifecycle.ts';
import { baseItem } from '../../../core/services/service.ts';
import { Amount } from '../../components/amount.tsx';
import { formula, Totals } from '../../components/amounts.tsx';
import { Button } from '../../components/controls.tsx';
import { copyElement } from '../../components/copy.ts';
import { Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { openDialog, toast } from '../../store/ui-store.ts';
import { dayText, longDay, money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { namesOf } from '../cart/cart-names.ts';
import { NameList } from '../../components/name-list.tsx';
import { QrCode } from '../../components/qr-code.tsx';
import { checkIban } from '../../../core/kernel/iban.ts';
import { epcPayload } from '../../../core/formats/paper/epc.ts';
import { Iban } from './iban.tsx';
import { OrderNotice } from './order-notice.tsx';

/** One order: its problem if it has one, how to pay it, its history, its lines. */
export function OrderDetail({ view }: { readonly view: OrderView }) {
  return (
    <>
      <OrderNotice view={view} />
      <div className="split">
        <Lines view={view} />
        <div className="stack">
          <HowToPay view={view} />
          <History view={view} />
        </div>
      </div>
    </>
  );
}

/**
 * The renewal that was ordered. It comes from the vendor's order, or from the confirmed cart if
 * there is no order yet.
 */
function renewalOf({ order, placement }: OrderView): { readonly years: number } | undefined {
  const what = order?.purchase ?? placement?.cart.subject;
  return what?.kind === 'renewal' ? what : undefined;
}

function Lines({ view }: { readonly view: OrderView }) {
  const state = useDesk((desk) => desk.state);
  const { quote } = view;
  const names = namesOf(state, view.personIds);
  const renewal = renewalOf(view);
  return (
    <Card
      title={
        view.orderNumber === null
          ? text('order.title-none')
          : text('order.title', { number: view.orderNumber })
      }
      aside={view.holder}
    >
      <table className="table dense">
        <thead>
          <tr>
            <th>{text('col.item')}</th>
            <th>{text('col.term')}</th>
            <th className="num">{text('col.formula')}</th>
            <th className="num">{text('col.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {quote.lines.map((line) => (
            <tr key={`${line.reason} ${line.id}`}>
              <td className="strong">
                {line.kind === 'user' && line.reason === 'extension'
                  ? text('line.users-active')
                  : text(`kind.${line.kind}`)}
              </td>
              <td className="nowrap">
                {text('line.term', { from: dayText(line.expiry), to: dayText(line.newExpiry) })}
              </td>
              <td className="num muted">{line.months.num === 0 ? '–' : formula(line)}</td>
              <td className="num strong">
                <Amount explanation={explainLine(line, quote)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="card-body stack">
        {renewal !== undefined && (
          <p className="muted">{text('renewal-cart.order', { years: renewal.years })}</p>
        )}
        {names.length > 0 && (
          <p>
            <span className="muted">{text('order.for')}</span> <NameList names={names} />
          </p>
        )}
        <Totals quote={quote} />
      </div>
    </Card>
  );
}

function HowToPay({ view }: { readonly view: OrderView }) {
  const today = useDesk((desk) => desk.state.today);
  const service = useDesk((desk) => desk.state.replica.services.get(view.serviceId ?? ''));
  const reference = useRef<HTMLElement>(null);
  const { order, method } = view;
  if (order === null || view.standing === 'cancelled') return null;
  const atOnce = paysAtOnce(method);
  const base = service?.automaticRenewal === true ? baseItem(service) : undefined;
  const debit = base === undefined ? null : milestones(base.expiry, base.anchor).automaticDebit;
  const { payment, paid } = order;
  const waiting = order.state === 'awaiting-payment';
  const registered = order.history.find(({ state }) => state === 'awaiting-activation')?.on;
  const copy = (): void => {
    if (reference.current !== null)
      toast(text(copyElement(reference.current) ? 'order.copied' : 'order.not-copied'));
  };
  return (
    <Card title={text(waiting ? 'order.pay' : 'order.payment')} aside={text(`method.${method}`)}>
      <div className="card-body stack">
        {atOnce && <p>{text('order.paid-at-once', { method: text(`method.${method}`).toLowerCase() })}</p>}
        {atOnce && debit !== null && <p>{text('automatic-renewal.is-on', { day: longDay(debit, today) })}</p>}
        {waiting && !atOnce && (
          <dl className="facts">
            <dt>{text('order.amount')}</dt>
            <dd className="strong">{money(order.quote.gross)}</dd>
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
            {method === 'bank-transfer' && checkIban(payment.iban).ok && (
              <>
                <dt>{text('order.qr-label')}</dt>
                <dd>
                  <QrCode
                    value={epcPayload({
                      beneficiary: payment.beneficiary,
                      iban: payment.iban,
                      gross: order.quote.gross,
                      reference: payment.reference,
                    })}
                    label={text('order.qr', {
                      amount: money(order.quote.gross),
                      reference: payment.reference,
                    })}
                  />
                  <div className="faint">{text('order.qr-hint')}</div>
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
        )}
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

function History({ view }: { readonly view: OrderView }) {
  const confirmed = {
    label: text('order.confirmed'),
    on: view.placement?.placedOn ?? view.quote.day,
    late: false,
  };
  const steps = [
    confirmed,
    ...(view.order?.history ?? []).map(({ state, on }) => ({
      label: text(`standing.${state}`),
      on,
      late: state === 'activation-failed' || state === 'cancelled',
    })),
    ...(view.order === null
      ? [
          {
            label: text(`standing.${view.standing}`),
            on: null,
            late: view.standing === 'refused' || view.standing === 'outcome-unknown',
          },
        ]
      : []),
  ];
  return (
    <Card title={text('order.history')}>
      <ol className="timeline card-body">
        {steps.map(({ label, on, late }) => (
          <li key={`${label} ${on ?? ''}`} data-state={late ? 'late' : 'done'}>
            <span>{label}</span>
            <span className="faint">{on === null ? '' : dayText(on)}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
