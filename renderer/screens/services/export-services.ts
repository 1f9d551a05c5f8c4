import { moduleKinds, serviceKinds } from '../../../core/catalog/item.ts';
import { accessWays, listFields, payerSides, type ServiceDetails } from '../../../core/register/fields.ts';
import type { Registered } from '../../../core/register/fold.ts';
import { serviceTable, type ServiceListWords } from '../../../core/register/import/write-service-list.ts';
import { saveWorkbook } from '../../store/save-table.ts';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';
import { sourceTable } from './source-table.ts';

const record = <K extends string>(
  keys: readonly K[],
  word: (key: K) => string,
): Readonly<Record<K, string>> =>
  Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<K, string>;

const words = (): ServiceListWords => ({
  headers: record(listFields, (field) => text(`service-column.${field}`)),
  kinds: record(serviceKinds, (kind) => text(`kind.${kind}`)),
  modules: record(moduleKinds, (kind) => text(`kind.${kind}`)),
  access: record(accessWays, (way) => text(`service-word.${way}`)),
  payers: record(payerSides, (side) => text(`service-word.${side}`)),
  yes: text('register.yes'),
  no: text('register.no'),
  none: text('register.none'),
});

/**
 * Saves the services of the register as a workbook that the import reads back. A second sheet says the source
 * of each value (rule J4).
 */
export function saveServices(registered: Iterable<Registered>): Promise<boolean> {
  const all = [...registered];
  const details = all.map(({ known }): ServiceDetails =>
    Object.fromEntries(Object.entries(known).map(([field, { value }]) => [field, value])),
  );
  const name = text('service-import.export-name');
  const { today } = useDesk.getState().state;
  return saveWorkbook(name, [
    { name, ...serviceTable(details, words()) },
    { name: text('service-sources.sheet'), ...sourceTable(all, today) },
  ]);
}
