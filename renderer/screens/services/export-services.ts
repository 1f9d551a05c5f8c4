import { moduleKinds, serviceKinds } from '../../../core/catalog/item.ts';
import { accessWays, fields, payerSides, type ServiceDetails } from '../../../core/register/fields.ts';
import type { Registered } from '../../../core/register/fold.ts';
import { serviceTable, type ServiceListWords } from '../../../core/register/import/write-service-list.ts';
import { saveTable } from '../../store/save-table.ts';
import { text } from '../../text/text.ts';

const record = <K extends string>(
  keys: readonly K[],
  word: (key: K) => string,
): Readonly<Record<K, string>> =>
  Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<K, string>;

const words = (): ServiceListWords => ({
  headers: record(fields, (field) => text(`service-column.${field}`)),
  kinds: record(serviceKinds, (kind) => text(`kind.${kind}`)),
  modules: record(moduleKinds, (kind) => text(`kind.${kind}`)),
  access: record(accessWays, (way) => text(`service-word.${way}`)),
  payers: record(payerSides, (side) => text(`service-word.${side}`)),
  yes: text('register.yes'),
  no: text('register.no'),
  none: text('register.none'),
});

/** Saves the services of the register as a workbook that the import reads back. */
export function saveServices(registered: Iterable<Registered>): Promise<boolean> {
  const details = Array.from(registered, ({ known }): ServiceDetails =>
    Object.fromEntries(Object.entries(known).map(([field, { value }]) => [field, value])),
  );
  return saveTable(text('service-import.export-name'), serviceTable(details, words()), 'xlsx');
}
