import type { ReactNode } from 'react';
import type { Refusal } from '../../../core/desk/command.ts';
import { cents, type Cents } from '../../../core/kernel/cents.ts';
import type { CartWish } from '../../../core/orders/cart.ts';
import type { Drift } from '../../../core/quotes/drift.ts';
import {
  explainDiscount,
  explainGross,
  explainLine,
  type Explanation,
} from '../../../core/quotes/explain.ts';
import type { LineDifference } from '../../../core/quotes/quote-difference.ts';
import type { Revision } from '../../../core/quotes/quote-document.ts';
import type { Figures } from '../../../core/quotes/figures.ts';
import { Amount } from '../../components/amount.tsx';
import { Totals } from '../../components/amounts.tsx';
import { Badge, Card } from '../../components/surfaces.tsx';
import { dayText, money } from '../../text/format.ts';
import { lineName } from '../../papers/quote-sheet.ts';
import { text } from '../../text/text.ts';

/** The lines and totals of a quote. A second column shows today's figures, only if they differ. */
export function QuoteLines({
  revision,
  drift,
}: {
  readonly revision: Revision<CartWish>;
  readonly drift: Drift<Refusal> | null;
}) {
  const { quote, content, priceList } = revision;
  const today = drift !== null && drift.today.ok ? drift.today.value : null;
  const lines: readonly LineDifference[] =
    today === null || drift === null
      ? quote.lines.map((line) => ({
          kind: line.kind,
          reason: line.reason,
          ours: line,
          theirs: line,
          same: true,
        }))
      : drift.lines;
  const version =
    today === null || today.priceListVersion === priceList.version ? null : today.priceListVersion;
  return (
    <Card
      title={text('quote.lines')}
      aside={
        version === null
          ? text('quote.list', { version: priceList.version })
          : text('quote.lists', { before: priceList.version, after: version })
      }
    >
      <table className="table dense" aria-label={text('quote.lines')}>
        <thead>
          <tr>
            <th>{text('quote.col-item')}</th>
            <th>{text('quote.col-period')}</th>
            <th className="num">{text('col.quantity')}</th>
            <th className="num">{text(today === null ? 'col.amount' : 'quote.col-quoted')}</th>
            {today !== null && <th className="num">{text('quote.col-today')}</th>}
            {today !== null && <th className="num">{text('quote.col-difference')}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ kind, reason, ours, theirs, same }) => {
            const line = ours ?? theirs;
            return line === null ? null : (
              <tr key={`${reason} ${kind} ${line.id}`}>
                <td className="strong">{lineName(line, content.subject.kind)}</td>
                <td className="nowrap">
                  {text('line.term', { from: dayText(line.expiry), to: dayText(line.newExpiry) })}
                </td>
                <td className="num">
                  {ours !== null && theirs !== null && ours.quantity !== theirs.quantity
                    ? `${ours.quantity} → ${theirs.quantity}`
                    : line.quantity}
                </td>
                <Sides
                  quoted={ours === null ? null : explainLine(ours, quote)}
                  now={theirs === null || today === null ? null : explainLine(theirs, today)}
                  compared={today !== null}
                  same={same}
                />
              </tr>
            );
          })}
          <Discount quote={quote} today={today} />
          {today !== null && (
            <tr>
              <td className="strong">{text('amount.total')}</td>
              <td />
              <td />
              <Sides
                quoted={explainGross(quote)}
                now={explainGross(today)}
                compared
                same={quote.gross === today.gross}
              />
            </tr>
          )}
        </tbody>
      </table>
      <div className="card-body">
        <Totals quote={quote} />
      </div>
    </Card>
  );
}

function Discount({ quote, today }: { readonly quote: Figures; readonly today: Figures | null }): ReactNode {
  const now = today === null ? null : explainDiscount(today);
  const quoted = explainDiscount(quote);
  if (today === null || (quoted === null && now === null)) return null;
  return (
    <tr>
      <td className="strong">
        {text('convention.line', { code: quote.discount?.code ?? today.discount?.code ?? '' })}
      </td>
      <td />
      <td />
      <Sides quoted={quoted} now={now} compared same={quote.discount?.net === today.discount?.net} />
    </tr>
  );
}

const amountOf = (side: Explanation | null): Cents => side?.amount ?? cents(0);

function Sides({
  quoted,
  now,
  compared,
  same,
}: {
  readonly quoted: Explanation | null;
  readonly now: Explanation | null;
  readonly compared: boolean;
  readonly same: boolean;
}) {
  const side = (one: Explanation | null): ReactNode =>
    one === null ? text('quote.none') : <Amount explanation={one} />;
  const difference = cents(amountOf(now) - amountOf(quoted));
  return (
    <>
      <td className="num">{side(quoted)}</td>
      {compared && <td className="num strong">{side(now)}</td>}
      {compared && (
        <td className="num">
          {same || difference === 0 ? (
            <span className="faint">{text('quote.same')}</span>
          ) : (
            <Badge
              tone={difference > 0 ? 'late' : 'ok'}
            >{`${difference > 0 ? '+' : ''}${money(difference)}`}</Badge>
          )}
        </td>
      )}
    </>
  );
}
