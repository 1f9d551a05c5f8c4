import type { ModuleKind } from '../catalog/item.ts';
import type { PriceList } from '../catalog/price-list.ts';
import type { Day } from '../kernel/day.ts';
import type { Result } from '../kernel/result.ts';
import type { OffPolicy } from '../renewals/add-users.ts';
import type { MonthRule } from '../renewals/months.ts';
import { activeItems, activeModules, expiryOf, type Service } from '../services/service.ts';
import { quoteDifference, type LineDifference } from './quote-difference.ts';
import type { Figures, FiguresLine } from './figures.ts';

/** Everything that a price depends on, besides what is asked for. */
export interface PriceInputs {
  readonly day: Day;
  readonly rule: MonthRule;
  readonly offPolicy: OffPolicy;
  readonly priceList: PriceList;
  readonly service: Service | null;
}

/** Why a quote would cost something else today. Each cause was tried alone and changes an amount. */
export type DriftCause =
  | { readonly kind: 'price-list'; readonly before: string; readonly after: string }
  | { readonly kind: 'rule'; readonly before: MonthRule; readonly after: MonthRule }
  | { readonly kind: 'policy' }
  | { readonly kind: 'renewed'; readonly before: Day; readonly after: Day }
  | { readonly kind: 'seats'; readonly before: number; readonly after: number }
  | {
      readonly kind: 'modules';
      readonly before: readonly ModuleKind[];
      readonly after: readonly ModuleKind[];
    }
  | { readonly kind: 'service' }
  | { readonly kind: 'day'; readonly before: Day; readonly after: Day };

export const driftKinds = [
  'price-list',
  'rule',
  'policy',
  'renewed',
  'seats',
  'modules',
  'service',
  'day',
] as const satisfies readonly DriftCause['kind'][];

/**
 * What a quote would be today. `today` is a refusal if it can no longer be bought. Dates that move only
 * because the day moved are not a difference.
 */
export interface Drift<Refusal> {
  readonly today: Result<Figures, Refusal>;
  readonly lines: readonly LineDifference[];
  readonly causes: readonly DriftCause[];
  readonly same: boolean;
}

const sameAmount = (a: FiguresLine, b: FiguresLine): boolean =>
  a.quantity === b.quantity && a.yearly === b.yearly && a.net === b.net;

function linesOf(quoted: Figures, today: Figures): readonly LineDifference[] {
  return quoteDifference(quoted, today).lines.map((line) => ({
    ...line,
    same: line.ours !== null && line.theirs !== null && sameAmount(line.ours, line.theirs),
  }));
}

const sameFigures = (quoted: Figures, today: Figures): boolean =>
  quoted.net === today.net &&
  quoted.vat === today.vat &&
  quoted.gross === today.gross &&
  linesOf(quoted, today).every(({ same }) => same);

const users = (service: Service, day: Day): number =>
  activeItems(service, day).reduce((sum, { kind, quantity }) => (kind === 'user' ? sum + quantity : sum), 0);

/**
 * What happened to the service since then, in terms that a person knows. `service` if it is something else.
 */
function serviceCauses(before: PriceInputs, after: PriceInputs): readonly DriftCause[] {
  if (before.service === null || after.service === null) return [{ kind: 'service' }];
  const causes: DriftCause[] = [];
  const [oldEnd, newEnd] = [expiryOf(before.service), expiryOf(after.service)];
  if (oldEnd !== undefined && newEnd !== undefined && oldEnd !== newEnd)
    causes.push({ kind: 'renewed', before: oldEnd, after: newEnd });
  const [oldUsers, newUsers] = [users(before.service, before.day), users(after.service, after.day)];
  if (oldUsers !== newUsers) causes.push({ kind: 'seats', before: oldUsers, after: newUsers });
  const modules = [
    activeModules(before.service, before.day),
    activeModules(after.service, after.day),
  ] as const;
  if (modules[0].join(' ') !== modules[1].join(' '))
    causes.push({ kind: 'modules', before: modules[0], after: modules[1] });
  return causes.length === 0 ? [{ kind: 'service' }] : causes;
}

/**
 * For each input: the old inputs with only this one replaced by today's, and the cause that it stands for.
 */
function exchanges(
  then: PriceInputs,
  now: PriceInputs,
): readonly { readonly inputs: PriceInputs; readonly causes: readonly DriftCause[] }[] {
  return [
    {
      inputs: { ...then, priceList: now.priceList },
      causes: [{ kind: 'price-list', before: then.priceList.version, after: now.priceList.version }],
    },
    { inputs: { ...then, rule: now.rule }, causes: [{ kind: 'rule', before: then.rule, after: now.rule }] },
    { inputs: { ...then, offPolicy: now.offPolicy }, causes: [{ kind: 'policy' }] },
    { inputs: { ...then, service: now.service }, causes: serviceCauses(then, now) },
    { inputs: { ...then, day: now.day }, causes: [{ kind: 'day', before: then.day, after: now.day }] },
  ];
}

/**
 * Compares a quote with what the same wish costs now, line by line in cents (rule C4). To find the causes it
 * replaces one input after another. If no single input changes an amount, all of them together do, and the
 * day is named. Changes nothing.
 */
export function drift<R>(
  quoted: Figures,
  then: PriceInputs,
  now: PriceInputs,
  price: (inputs: PriceInputs) => Result<Figures, R>,
): Drift<R> {
  const today = price(now);
  if (today.ok && sameFigures(quoted, today.value))
    return { today, lines: linesOf(quoted, today.value), causes: [], same: true };
  const causes = exchanges(then, now).flatMap(({ inputs, causes: named }) => {
    const one = price(inputs);
    return one.ok && sameFigures(quoted, one.value) ? [] : named;
  });
  const lines = today.ok
    ? linesOf(quoted, today.value)
    : quoted.lines.map((line): LineDifference => ({
        kind: line.kind,
        reason: line.reason,
        ours: line,
        theirs: null,
        same: false,
      }));
  return {
    today,
    lines,
    causes: causes.length === 0 ? [{ kind: 'day', before: then.day, after: now.day }] : causes,
    same: false,
  };
}
