import type { OrderView } from '../../../core/desk/pending/order-views.ts';
import { explainLine } from '../../../core/quotes/explain.ts';
import { Amount } from '../../components/amount.tsx';
import { formula, Totals } from '../../components/amounts.tsx';
import { Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { namesOf } from '../cart/cart-names.ts';
import { NameList } from '../../components/name-list.tsx';
import { HowToPay, renewalOf } from './how-to-pay.tsx';
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
            late: ['refused', 'outcome-unknown', 'forgotten'].includes(view.standing),
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
