import type { Cart } from '../../../core/orders/cart.ts';
import { explainLine } from '../../../core/quotes/explain.ts';
import type { Figures, FiguresLine } from '../../../core/quotes/figures.ts';
import { monthsAndDays } from '../../../core/kernel/day.ts';
import { defaultMonthRule } from '../../../core/renewals/months.ts';
import { Amount } from '../../components/amount.tsx';
import { distance, formula } from '../../components/amounts.tsx';
import { Switch } from '../../components/controls.tsx';
import { ExpiryBars } from '../../components/expiry-bars.tsx';
import { CopyTable, type PictureTable } from '../../components/picture-card.tsx';
import { useRoving } from '../../components/use-roving.ts';
import { TermHelp } from '../../components/term-help.tsx';
import { Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { dayText, money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { lineName } from '../purchases/purchase-words.ts';
import { CompareRules } from './compare-rules.tsx';

/**
 * The "Estensione servizi attivi" card. For each active item it shows the expiry, the missing months, the
 * calculation and the amount (rule D1).
 */
export function Extension({
  cart,
  on,
  quote,
}: {
  readonly cart: Cart;
  readonly on: boolean;
  readonly quote: Figures;
}) {
  const extended = quote.lines.filter((line) => line.reason === 'extension');
  return (
    <Card
      title={
        <div className="row">
          <Switch
            on={on}
            onChange={(next) => void submit({ type: 'cart/extension', cartId: cart.id, on: next })}
          >
            <strong>{text('cart.extension')}</strong>
          </Switch>
          <TermHelp term="extension" />
        </div>
      }
      name={text('cart.extension')}
      aside={
        on ? (
          <div className="row">
            <small>{text('cart.extension-on', { day: dayText(quote.target) })}</small>
            <CopyTable title={text('cart.extension')} table={() => tableOf(extended, quote)} />
          </div>
        ) : (
          text('cart.extension-off')
        )
      }
    >
      {on ? <Lines lines={extended} quote={quote} cart={cart} /> : <OffText quote={quote} />}
    </Card>
  );
}

/** What the bars show, for a sheet. */
const tableOf = (lines: readonly FiguresLine[], quote: Figures): PictureTable => ({
  columns: [
    text('cart.col-active'),
    text('cart.col-today'),
    text('cart.col-months'),
    text('col.formula'),
    text('col.amount'),
    text('cart.col-new'),
  ],
  rows: lines.map((line) => ({
    id: line.id,
    cells: [
      lineName(line),
      dayText(line.expiry),
      distance(line),
      line.newExpiry === line.expiry ? '' : formula(line),
      money(explainLine(line, quote).amount),
      dayText(line.newExpiry),
    ],
  })),
});

function Lines({
  lines,
  quote,
  cart,
}: {
  readonly cart: Cart;
  readonly lines: readonly FiguresLine[];
  readonly quote: Figures;
}) {
  const roving = useRoving<HTMLTableSectionElement>();
  return (
    <>
      <table className="table dense">
        <thead>
          <tr>
            <th>{text('cart.col-active')}</th>
            <th>{text('cart.col-today')}</th>
            <th>{text('cart.col-months')}</th>
            <th className="num">{text('col.formula')}</th>
            <th className="num">{text('col.amount')}</th>
            <th className="num">{text('cart.col-new')}</th>
          </tr>
        </thead>
        <tbody {...roving}>
          {lines.map((line) => (
            <Line key={line.id} line={line} quote={quote} />
          ))}
        </tbody>
      </table>
      <ExpiryBars lines={quote.lines} from={quote.day} nameOf={lineName} />
      <p className="card-body muted">
        {text('cart.rule')} <strong>{text(`rule.${quote.rule}`)}</strong>.{' '}
        {quote.rule === defaultMonthRule && text('cart.rule-own')} <CompareRules cart={cart} />
      </p>
    </>
  );
}

function Line({ line, quote }: { readonly line: FiguresLine; readonly quote: Figures }) {
  const moved = line.newExpiry !== line.expiry;
  const { num, den } = line.months;
  const { months, days } = monthsAndDays(line.expiry, line.newExpiry, line.anchor);
  // What is counted and what is missing are often the same: then it is said once.
  const same = den === 1 && num === months && days === 0;
  return (
    <tr data-row>
      <td className="strong">
        {line.kind === 'user' ? text('line.users-active') : text(`kind.${line.kind}`)}
      </td>
      <td>{dayText(line.expiry)}</td>
      <td>
        {den === 1 ? num : `${num}/${den}`}{' '}
        {!(moved && same) && <span className="faint">{moved ? distance(line) : text('cart.untouched')}</span>}
      </td>
      <td className="num muted">{moved ? formula(line) : '–'}</td>
      <td className="num strong">
        <Amount explanation={explainLine(line, quote)} />
      </td>
      <td className="num">{dayText(line.newExpiry)}</td>
    </tr>
  );
}

function OffText({ quote }: { readonly quote: Figures }) {
  const [first] = quote.lines;
  if (first === undefined) return null;
  const day = dayText(first.newExpiry);
  return (
    <p className="card-body">
      {first.lost === null
        ? text('cart.extension-off-own', { day })
        : text('cart.extension-off-service', { day, months: first.lost.months, days: first.lost.days })}
    </p>
  );
}
