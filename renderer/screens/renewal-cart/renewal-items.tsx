import type { Command } from '../../../core/desk/command.ts';
import { isServiceKind } from '../../../core/catalog/item.ts';
import type { Cart, RenewalSubject } from '../../../core/orders/cart.ts';
import { explainLine } from '../../../core/quotes/explain.ts';
import type { Figures, FiguresLine } from '../../../core/quotes/figures.ts';
import { renewableItems } from '../../../core/quotes/renewal-figures.ts';
import { defaultMonthRule } from '../../../core/renewals/months.ts';
import type { Service, ServiceItem } from '../../../core/services/service.ts';
import { Amount } from '../../components/amount.tsx';
import { distance, formula } from '../../components/amounts.tsx';
import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { CompareRules } from '../cart/compare-rules.tsx';

/**
 * Every item of the service: its first and last day, the derivation of its amount, and whether it is
 * renewed (rules D3, D5).
 */
export function RenewalItems({
  cart,
  subject,
  service,
  quote,
  change,
}: {
  readonly cart: Cart;
  readonly subject: RenewalSubject;
  readonly service: Service;
  readonly quote: Figures;
  readonly change: (command: Command) => Promise<boolean>;
}) {
  const today = useDesk((desk) => desk.state.today);
  const lines = new Map<string, FiguresLine>(quote.lines.map((line) => [line.id, line]));
  const byRule = quote.lines.some(({ basis, months }) => basis === 'rule' && months.num > 0);
  const leave = (item: ServiceItem, leftOut: boolean) =>
    change({ type: 'cart/leave-out', cartId: cart.id, itemId: item.id, leftOut });
  return (
    <Card
      title={text('renewal-cart.items')}
      aside={text('renewal-cart.items-count', { count: quote.lines.length })}
    >
      <table className="table" aria-label={text('renewal-cart.items')}>
        <thead>
          <tr>
            <th>{text('col.item')}</th>
            <th>{text('col.term')}</th>
            <th className="num">{text('col.formula')}</th>
            <th className="num">{text('col.amount')}</th>
            <th>
              <span className="visually-hidden">{text('col.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {renewableItems(service, today).map((item) => (
            <Item
              key={item.id}
              item={item}
              line={lines.get(item.id)}
              out={subject.leftOut.includes(item.id)}
              quote={quote}
              leave={leave}
            />
          ))}
        </tbody>
      </table>
      {byRule && (
        <p className="card-body muted">
          {text('cart.rule')} <strong>{text(`rule.${quote.rule}`)}</strong>.{' '}
          {quote.rule === defaultMonthRule && text('cart.rule-own')} <CompareRules cart={cart} />
        </p>
      )}
    </Card>
  );
}

/** A short note on an item that is not simply renewed. */
function noteOf(item: ServiceItem, line: FiguresLine | undefined): string {
  const day = dayText(item.expiry);
  if (line === undefined) return text('renewal-cart.left-out', { quantity: item.quantity, day });
  if (line.newExpiry === line.expiry) return text('renewal-cart.untouched');
  const gone = item.quantity - line.quantity;
  if (gone > 0) return text('renewal-cart.reduced', { kept: line.quantity, all: item.quantity, gone, day });
  return line.basis === 'rule' ? text('renewal-cart.missing', { distance: distance(line) }) : '';
}

function Item({
  item,
  line,
  out,
  quote,
  leave,
}: {
  readonly item: ServiceItem;
  readonly line: FiguresLine | undefined;
  readonly out: boolean;
  readonly quote: Figures;
  readonly leave: (item: ServiceItem, leftOut: boolean) => Promise<boolean>;
}) {
  const name = text(`kind.${item.kind}`);
  const day = dayText(item.expiry);
  const note = noteOf(item, line);
  return (
    <tr data-quiet={line === undefined}>
      <td>
        <div className="strong">{name}</div>
        {note !== '' && <div className="faint">{note}</div>}
      </td>
      <td className="nowrap">
        {line === undefined ? day : text('line.term', { from: day, to: dayText(line.newExpiry) })}
      </td>
      <td className="num muted nowrap">
        {line === undefined || line.months.num === 0 ? '–' : formula(line)}
      </td>
      <td className="num strong">
        {line === undefined ? '–' : <Amount explanation={explainLine(line, quote)} />}
      </td>
      <td className="actions">
        {!isServiceKind(item.kind) &&
          (out ? (
            <Button
              aria-label={text('renewal-cart.take-in-of', { item: name, day })}
              onPress={() => void leave(item, false)}
            >
              {text('renewal-cart.take-in')}
            </Button>
          ) : (
            line !== undefined && (
              <Button
                aria-label={text('renewal-cart.leave-out-of', { item: name, day })}
                onPress={() => void leave(item, true)}
              >
                {text('renewal-cart.leave-out')}
              </Button>
            )
          ))}
      </td>
    </tr>
  );
}
