import type { Explanation } from '../../core/quotes/explain.ts';
import type { Cents } from '../../core/kernel/cents.ts';
import type { Fraction } from '../../core/kernel/fraction.ts';
import { exactText } from './exact.ts';
import { amount, dayText, money } from './format.ts';
import { offerExplanationText } from './offer-explanation.ts';
import { text } from './text.ts';

/** One step of a derivation in words. The screen, quotes and exports use the same words. */
export interface Step {
  readonly label: string;
  readonly value: string;
}

type Line = Extract<Explanation, { kind: 'line' }>;
type Lines = Extract<Explanation, { kind: 'document' }>['lines'];

const fractionText = ({ num, den }: Fraction): string => (den === 1 ? String(num) : `${num}/${den}`);

/** The parts of a sum. A label that comes again gets a number: a client can have several services. */
function sumSteps(parts: readonly { readonly label: string; readonly amount: Cents }[]): readonly Step[] {
  const seen = new Map<string, number>();
  return parts.map(({ label, amount: part }) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return {
      label: count === 1 ? label : `${label} (${count})`,
      // Written when it is looked at: a session may have thousands of orders.
      get value() {
        return money(part);
      },
    };
  });
}

const documentSteps = (lines: Lines): readonly Step[] =>
  lines.map(({ item, quantity, yearly, months, net }, index) => ({
    label: `${index + 1}. ${text(`kind.${item}`)}`,
    value: `${quantity} × ${amount(yearly)} × ${fractionText(months)} / 12 = ${money(net)}`,
  }));

const apart = ({ months, days }: Line['apart']): string =>
  text('amount.months-days', { months, days, both: months > 0 && days > 0 ? 'yes' : 'no' });

function monthsText({ basis, months }: Line): string {
  const count = text('explanation.months-count', {
    months: fractionText(months),
    one: months.num === months.den ? 'yes' : 'no',
  });
  return basis.kind === 'whole-years' ? text('explanation.whole-years', { months: count }) : count;
}

/** The calculation of a line in one row. */
export function formulaText({ quantity, yearly, months, promotion }: Line): string {
  if (promotion === null) return `${quantity} × ${amount(yearly)} × ${fractionText(months)} / 12`;
  return `${quantity} × ${amount(promotion.price)} + ${quantity} × ${amount(yearly)} × ${months.num - promotion.months} / 12`;
}

function lineSteps(line: Line): readonly Step[] {
  const rule =
    line.basis.kind === 'whole-years'
      ? []
      : [
          { label: text('explanation.rule'), value: text(`rule.${line.basis.rule}`) },
          {
            label: text('explanation.source'),
            value: text(line.basis.own ? 'explanation.own' : 'explanation.reading'),
          },
        ];
  const promotion =
    line.promotion === null
      ? []
      : [
          {
            label: text('explanation.promotion'),
            value: text('explanation.promotion-text', {
              months: line.promotion.months,
              price: money(line.promotion.price),
            }),
          },
        ];
  return [
    { label: text('service.quantity'), value: String(line.quantity) },
    {
      label: text('col.yearly'),
      value: text('explanation.price-of', { price: money(line.yearly), version: line.priceListVersion }),
    },
    { label: text('explanation.from'), value: dayText(line.from) },
    { label: text('explanation.to'), value: dayText(line.to) },
    { label: text('explanation.apart'), value: apart(line.apart) },
    { label: text('explanation.months'), value: monthsText(line) },
    ...rule,
    ...promotion,
    { label: text('explanation.calculation'), value: formulaText(line) },
    { label: text('explanation.exact'), value: exactText(line.exact) },
    { label: text('explanation.rounded'), value: money(line.amount) },
  ];
}

/** The title and the steps of a derivation. */
export function explanationText(explanation: Explanation): {
  readonly title: string;
  readonly steps: readonly Step[];
} {
  switch (explanation.kind) {
    case 'line':
      return {
        title:
          explanation.reason === 'extension' && explanation.item === 'user'
            ? text('line.users-active')
            : text(`kind.${explanation.item}`),
        steps: lineSteps(explanation),
      };
    case 'discount':
      return {
        title: text('explanation.discount', { code: explanation.code }),
        get steps() {
          return [
            { label: text('explanation.list-total'), value: money(explanation.list) },
            { label: text('explanation.percent'), value: `${explanation.basisPoints / 100} %` },
            { label: text('explanation.exact'), value: exactText(explanation.exact) },
            { label: text('explanation.source'), value: text('explanation.convention-own') },
            { label: text('explanation.rounded'), value: money(explanation.amount) },
          ];
        },
      };
    case 'net':
      return {
        title: text('amount.net'),
        get steps() {
          return [
            ...explanation.parts.map(({ item, reason, amount: part }) => ({
              label:
                reason === 'extension' && item === 'user' ? text('line.users-active') : text(`kind.${item}`),
              value: money(part),
            })),
            ...(explanation.discount === null
              ? []
              : [{ label: text('explanation.reduction'), value: money(explanation.discount) }]),
            { label: text('explanation.sum'), value: money(explanation.amount) },
          ];
        },
      };
    case 'vat':
      return {
        title: text('amount.vat', { rate: explanation.basisPoints / 100 }),
        get steps() {
          return [
            { label: text('amount.net'), value: money(explanation.net) },
            { label: text('explanation.percent'), value: `${explanation.basisPoints / 100} %` },
            { label: text('explanation.exact'), value: exactText(explanation.exact) },
            { label: text('explanation.rounded-once'), value: money(explanation.amount) },
          ];
        },
      };
    case 'document':
      return {
        title: text('explanation.document'),
        get steps() {
          return [
            ...documentSteps(explanation.lines),
            { label: text('amount.net'), value: money(explanation.net) },
            { label: text('explanation.vat'), value: money(explanation.vat) },
            { label: text('explanation.sum'), value: money(explanation.amount) },
          ];
        },
      };
    case 'addition':
      return {
        title: text('explanation.addition'),
        get steps() {
          return [
            ...documentSteps(explanation.lines),
            { label: text('amount.net'), value: money(explanation.net) },
            { label: text('explanation.vat-with'), value: money(explanation.vatWith) },
            { label: text('explanation.vat-without'), value: `− ${money(explanation.vatWithout)}` },
            { label: text('explanation.sum'), value: money(explanation.amount) },
          ];
        },
      };
    case 'payments':
      return {
        title: text('comparison.total'),
        get steps() {
          return [
            ...explanation.parts.map(({ on, what, amount: part }) => ({
              label: `${dayText(on)}, ${text(`comparison.${what}`)}`,
              value: money(part),
            })),
            { label: text('explanation.sum'), value: money(explanation.amount) },
          ];
        },
      };
    case 'net-cost':
      return {
        title: text('comparison.net'),
        get steps() {
          return [
            { label: text('comparison.total'), value: money(explanation.gross) },
            { label: text('comparison.left'), value: `− ${money(explanation.valueLeft)}` },
            { label: text('explanation.difference'), value: money(explanation.amount) },
          ];
        },
      };
    case 'renewals':
      return {
        title: text(explanation.of === 'net' ? 'amount.net' : 'explanation.vat'),
        get steps() {
          return [
            ...sumSteps(
              explanation.parts.map(({ on, holder, ...part }) => ({
                ...part,
                label: `${dayText(on)}, ${holder}`,
              })),
            ),
            { label: text('explanation.sum'), value: money(explanation.amount) },
          ];
        },
      };
    case 'orders':
      return {
        title: text('status.to-pay'),
        get steps() {
          return [
            ...sumSteps(explanation.parts.map(({ holder, ...part }) => ({ ...part, label: holder }))),
            { label: text('explanation.sum'), value: money(explanation.amount) },
          ];
        },
      };
    case 'fee':
    case 'fund':
    case 'offer-net':
    case 'offer-part':
    case 'rate':
    case 'offer-gross':
      return offerExplanationText(explanation);
    case 'gross':
      return {
        title: text('amount.total'),
        get steps() {
          return [
            { label: text('amount.net'), value: money(explanation.net) },
            { label: text('explanation.vat'), value: money(explanation.vat) },
            { label: text('explanation.sum'), value: money(explanation.amount) },
          ];
        },
      };
  }
}
