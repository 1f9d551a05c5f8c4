import type { Day } from '../kernel/day.ts';
import type { Fit } from './calibrate.ts';

/** What one receipt or invoice line says about the readings (rule I3). */
export interface Finding {
  readonly id: string;
  readonly on: Day;
  /** Where it comes from: a cart that was typed, a purchase, a line of an invoice. */
  readonly from: 'receipt' | 'purchase' | 'invoice';
  /** Whose service or purchase it is. */
  readonly holder: string;
  /** Whether it tells month rules apart, or the policies of users without the extension. */
  readonly about: 'rule' | 'policy';
  /** The readings that give it to the cent. */
  readonly fits: readonly Fit[];
  /** False if every reading gives the same: it says nothing. */
  readonly tells: boolean;
  /** True if a person named another cause for a difference: it says nothing about the readings. */
  readonly explained: boolean;
}

/**
 * What all findings together say. `one`: the only value that every finding allows. `several`: they do not
 * decide yet. `none`: no value is allowed by all, so a price, a date or a purchase is known wrongly.
 */
export type Proposal<V> =
  | { readonly kind: 'no-findings' }
  | { readonly kind: 'one'; readonly value: V; readonly findings: readonly Finding[] }
  | { readonly kind: 'several'; readonly values: readonly V[]; readonly findings: readonly Finding[] }
  | { readonly kind: 'none'; readonly findings: readonly Finding[] };

/**
 * The one value of `all` that every telling finding allows (rule I3). A value is proposed only if it is the
 * only one that fits all evidence; nothing is ever changed by it.
 */
export function proposalOf<V>(
  findings: Iterable<Finding>,
  about: Finding['about'],
  all: readonly V[],
  valueOf: (fit: Fit) => V,
): Proposal<V> {
  const telling = [...findings].filter((one) => one.about === about && one.tells && !one.explained);
  if (telling.length === 0) return { kind: 'no-findings' };
  const values = all.filter((value) =>
    telling.every(({ fits }) => fits.some((fit) => valueOf(fit) === value)),
  );
  const [only] = values;
  if (only === undefined) return { kind: 'none', findings: telling };
  return values.length === 1
    ? { kind: 'one', value: only, findings: telling }
    : { kind: 'several', values, findings: telling };
}
