import type { ReactNode } from 'react';
import type { Refusal } from '../../../core/desk/command.ts';
import { cents, type Cents } from '../../../core/kernel/cents.ts';
import type { Drift } from '../../../core/quotes/drift.ts';
import {
  explainDiscount,
  explainGross,
  explainLine,
  explainNet,
  type Explanation,
} from '../../../core/quotes/explain.ts';
import type { LineDifference } from '../../../core/quotes/quote-difference.ts';
import type { Figures } from '../../../core/quotes/figures.ts';
import { Amount } from '../../components/amount.tsx';
import { Badge, Card } from '../../components/surfaces.tsx';
import { dayText, money } from '../../text/format.ts';
import { lineName, type QuotedService } from '../../papers/quote-names.ts';
import { calculationText } from '../../text/calculation.ts';
import { text } from '../../text/text.ts';

/**
 * The lines of a service of a quote. A second column shows today's figures, only if they differ.
 * `subtotal`: the quote offers more, so the net sum of the service is the last row.
 */
export function QuoteLines({
  title,
  offered,
  service: { quote, content, priceList },
  drift,
  calculation,
  subtotal,
  children,
}: {
  readonly title: string;
  /** What is offered for the service; null if the title says all. */
  readonly offered: string | null;
  readonly service: QuotedService;
  readonly drift: Drift<Refusal> | null;
  /** How each line came about is one more column. */
  readonly calculation: boolean;
  readonly subtotal: boolean;
  readonly children?: ReactNode;
}) {
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
  const list =
    version === null
      ? text('quote.list', { version: priceList.version })
      : text('quote.lists', { before: priceList.version, after: version });
  return (
    <Card title={title} aside={offered === null ? list : `${offered}, ${list}`}>
      <table className="table dense" aria-label={title}>
        <thead>
          <tr>
            <th>{text('quote.col-item')}</th>
            <th>{text('quote.col-period')}</th>
            <th className="num">{text('col.quantity')}</th>
            {calculation && <th className="num">{text('explanation.calculation')}</th>}
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
                {calculation && (
                  <td className="num muted">
                    {ours === null ? null : calculationText(explainLine(ours, quote))}
                  </td>
                )}
                <Sides
                  quoted={ours === null ? null : explainLine(ours, quote)}
                  now={theirs === null || today === null ? null : explainLine(theirs, today)}
                  compared={today !== null}
                  same={same}
                />
              </tr>
            );
          })}
          <Discount quote={quote} today={today} calculation={calculation} always={subtotal} />
          {subtotal && (
            <SumRow label={text('offer.subtotal')} calculation={calculation}>
              <Sides
                quoted={explainNet(quote)}
                now={today === null ? null : explainNet(today)}
                compared={today !== null}
                same={quote.net === today?.net}
              />
            </SumRow>
          )}
          {today !== null && !subtotal && (
            <SumRow label={text('amount.total')} calculation={calculation}>
              <Sides
                quoted={explainGross(quote)}
                now={explainGross(today)}
                compared
                same={quote.gross === today.gross}
              />
            </SumRow>
          )}
        </tbody>
      </table>
      {children}
    </Card>
  );
}

/** A row of a sum: its cells between the label and the amounts are empty. */
function SumRow({
  label,
  calculation,
  derivation = '',
  children,
}: {
  readonly label: string;
  readonly calculation: boolean;
  readonly derivation?: string;
  readonly children: ReactNode;
}) {
  return (
    <tr>
      <td className="strong">{label}</td>
      <td />
      <td />
      {calculation && <td className="num muted">{derivation}</td>}
      {children}
    </tr>
  );
}

/** The convention, if a comparison or a subtotal needs it. Otherwise the totals of the quote have it. */
function Discount({
  quote,
  today,
  calculation,
  always,
}: {
  readonly quote: Figures;
  readonly today: Figures | null;
  readonly calculation: boolean;
  readonly always: boolean;
}): ReactNode {
  const now = today === null ? null : explainDiscount(today);
  const quoted = explainDiscount(quote);
  if ((today === null && !always) || (quoted === null && now === null)) return null;
  return (
    <SumRow
      label={text('convention.line', { code: quote.discount?.code ?? today?.discount?.code ?? '' })}
      calculation={calculation}
      derivation={quoted === null ? '' : calculationText(quoted)}
    >
      <Sides
        quoted={quoted}
        now={now}
        compared={today !== null}
        same={quote.discount?.net === today?.discount?.net}
      />
    </SumRow>
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
