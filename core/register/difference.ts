import type { ServiceId } from '../kernel/id.ts';
import type { Steps } from '../kernel/steps.ts';
import { fields, sameValue, type Field, type FieldValues, type ServiceDetails } from './fields.ts';
import type { Known, Registered } from './fold.ts';
import { holderKeys, isNameKey, numbersDiffer } from './import/service-key.ts';

/** One field that a list says otherwise than the register. `before`: what the register knows. */
export interface ChangedField {
  readonly field: Field;
  readonly before: Known | undefined;
  readonly value: FieldValues[Field];
}

/** What a list or a paste says of one service, beside what the register knows. */
export interface Compared<Row> {
  readonly row: Row;
  /** Null: the register does not know the service. */
  readonly about: ServiceId | null;
  readonly changed: readonly ChangedField[];
}

export interface Difference<Row> {
  readonly fresh: readonly Compared<Row>[];
  readonly changed: readonly Compared<Row>[];
  readonly same: readonly Compared<Row>[];
  /** Services of the register that the list does not name. They stay as they are. */
  readonly notInList: readonly ServiceId[];
}

const detailsOf = (known: Registered['known']): ServiceDetails => ({
  vatCode: known.vatCode?.value,
  taxCode: known.taxCode?.value,
  holder: known.holder?.value,
});

/** The fields that are said otherwise than the register knows them. */
export const changedFields = ({ known }: Registered, details: ServiceDetails): readonly ChangedField[] =>
  fields.flatMap((field): ChangedField[] => {
    const value = details[field];
    const before = known[field] as Known | undefined;
    if (value === undefined || (before !== undefined && sameValue<Field>(before.value, value))) return [];
    return [{ field, before, value }];
  });

/** Rows in one step. */
const slice = 200;

/**
 * Compares a list with the register, in steps. A service is recognised by its VAT number, else its tax code,
 * else its holder, and by its kind if the list says one. The name alone is not enough if the numbers differ.
 * A service is matched with one row at most: rows with its number come first, then rows with its name, and
 * among equals the first row.
 */
export function* differenceInSteps<Row extends { readonly details: ServiceDetails }>(
  rows: readonly Row[],
  registered: ReadonlyMap<ServiceId, Registered>,
): Steps<Difference<Row>> {
  const byKey = new Map<string, Registered[]>();
  for (const service of registered.values())
    for (const key of holderKeys(detailsOf(service.known))) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [service]);
      else known.push(service);
    }
  const taken = new Set<ServiceId>();

  function find(details: ServiceDetails, by: 'number' | 'name'): Registered | undefined {
    const { kind } = details;
    for (const key of holderKeys(details)) {
      if (isNameKey(key) !== (by === 'name')) continue;
      const fitting = (byKey.get(key) ?? []).filter(
        ({ id, known }) =>
          !taken.has(id) &&
          (kind === undefined || known.kind?.value === kind) &&
          !(by === 'name' && numbersDiffer(details, detailsOf(known))),
      );
      // Without a kind, a holder with two services is not recognised.
      if (fitting.length === 1) return fitting[0];
    }
    return undefined;
  }

  const services: (Registered | undefined)[] = [];
  for (const by of ['number', 'name'] as const)
    for (const [index, { details }] of rows.entries()) {
      if (index % slice === 0) yield ((by === 'number' ? 0 : 1) + index / rows.length) * 0.375;
      const service = services[index] ?? find(details, by);
      services[index] = service;
      if (service !== undefined) taken.add(service.id);
    }
  const found = { fresh: [], changed: [], same: [] } as Record<'fresh' | 'changed' | 'same', Compared<Row>[]>;
  for (const [index, row] of rows.entries()) {
    if (index % slice === 0) yield 0.75 + index / rows.length / 4;
    const service = services[index];
    if (service === undefined) {
      found.fresh.push({ row, about: null, changed: [] });
      continue;
    }
    const changed = changedFields(service, row.details);
    found[changed.length > 0 ? 'changed' : 'same'].push({ row, about: service.id, changed });
  }
  return { ...found, notInList: [...registered.keys()].filter((id) => !taken.has(id)) };
}
