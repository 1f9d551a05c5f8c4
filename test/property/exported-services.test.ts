// Services that are exported come back from the file as they were.
// `LIST_RUNS=27000` runs each law that often; give more time with `--testTimeout`.
import fc from 'fast-check';
import { expect } from 'vitest';
import { moduleKinds, serviceKinds } from '../../core/catalog/item.ts';
import { writeWorkbook } from '../../core/formats/spreadsheet/write-xlsx.ts';
import {
  accessWays,
  fields,
  fieldSchemas,
  listFields,
  payerSides,
  type ServiceDetails,
} from '../../core/register/fields.ts';
import { serviceKey } from '../../core/register/import/service-key.ts';
import { serviceTable } from '../../core/register/import/write-service-list.ts';
import type { Fact } from '../../core/register/fact.ts';
import { foldService, type Registered } from '../../core/register/fold.ts';
import type { ServiceId } from '../../core/kernel/id.ts';
import { isVatCode } from '../../core/kernel/vat-code.ts';
import { csvText } from '../support/cell-tables.ts';
import { sourceTable } from '../../renderer/screens/services/source-table.ts';
import { law } from '../support/law.ts';
import { days } from '../support/plain-date.ts';
import { serviceListIn, today } from '../support/service-lists.ts';
import { listWords } from '../support/service-words.ts';

const asked = Number(process.env['LIST_RUNS']);
const runs = (usual: number): number => (asked > 0 ? asked : usual);

/** Eleven digits with the right last one. */
const vatCode = fc.tuple(fc.integer({ min: 1, max: 9_999_999_999 }), fc.constant(null)).map(([number]) => {
  const start = String(number).padStart(10, '0');
  return Array.from({ length: 10 }, (_, digit) => `${start}${digit}`).find(isVatCode) ?? '';
});
const letters = Array.from('aàbcdèéìòùçñßA BCD\'’-.,;"()&<>=+@#_x000D_/|\n\t\u00a00123456789');
/** Words that say nothing in somebody else's list, and what looks like a formula or an error there. */
const odd = ['no', 'nessuno', '-', 'n/d', '#N/D', '#RIF!', '=Cmd srl', '?', '+39 Telefonia', 'null'];
/** A text as the register keeps it. */
const text = (most: number) =>
  fc
    .oneof(
      {
        weight: 5,
        arbitrary: fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: most }),
      },
      { weight: 1, arbitrary: fc.constantFrom(...odd) },
    )
    .map((typed) => fieldSchemas.note.safeParse(typed))
    .filter(({ success }) => success)
    .map(({ data = '' }) => data);
const expiry = days('2000-01-01', '2100-12-31');
const groups = fc.uniqueArray(
  fc.record({ quantity: fc.integer({ min: 1, max: 2000 }), expiry: fc.option(expiry) }),
  { selector: (group) => group.expiry, maxLength: 5 },
);
const details: fc.Arbitrary<ServiceDetails> = fc
  .record(
    {
      holder: text(60).map((name) => `N${name}`),
      vatCode: fc.oneof(vatCode, fc.constantFrom('DE123456789', 'ATU12345678')),
      taxCode: fc.oneof(vatCode, fc.constantFrom('RSSMRA79B11C566R', 'RSSMRA85T10A56NH')),
      kind: fc.constantFrom(...serviceKinds),
      expiry,
      users: groups,
      modules: fc.uniqueArray(
        fc.record({ kind: fc.constantFrom(...moduleKinds), expiry: fc.option(expiry) }),
        {
          selector: (module) => module.kind,
        },
      ),
      space: groups,
      account: text(40),
      panelUsername: text(40),
      automaticRenewal: fc.boolean(),
      promotional: fc.boolean(),
      access: fc.constantFrom(...accessWays),
      payer: fc.constantFrom(...payerSides),
      caretaker: text(40),
      followed: fc.boolean(),
      note: text(80),
    },
    { requiredKeys: ['holder', 'kind', 'expiry'] },
  )
  .map((one) => (one.kind === 'receive-only' && one.modules !== undefined ? { ...one, modules: [] } : one));
const exported = fc.record({
  // No two have one name: a list in which one of them has a number says one client twice.
  services: fc
    .uniqueArray(details, { selector: serviceKey, minLength: 1, maxLength: 8 })
    .map((all) => all.map((one, index) => ({ ...one, holder: `${one.holder}${index}` }))),
  language: fc.constantFrom('it' as const, 'en' as const),
  form: fc.constantFrom('csv' as const, 'xlsx' as const),
});

/** What the register says of a service if each field has one fact. */
const registeredAs = (said: ServiceDetails): Registered =>
  foldService(
    's' as ServiceId,
    fields.flatMap((field): Fact[] =>
      said[field] === undefined
        ? []
        : [
            {
              id: `f-${field}`,
              at: 0,
              by: 'Anna',
              about: 's',
              field,
              value: said[field],
              asOf: today,
              source: { kind: 'sheet', file: 'servizi.xlsx', row: 4 },
              evidence: null,
              corrects: null,
              reason: null,
              confirmed: true,
            } as unknown as Fact,
          ],
    ),
  );

const comesBack = (services: readonly ServiceDetails[], language: 'it' | 'en', form: 'csv' | 'xlsx') => {
  const table = serviceTable(services, listWords[language]);
  const bytes =
    form === 'csv'
      ? new TextEncoder().encode(csvText(table))
      : writeWorkbook([
          { name: 'Servizi', ...table },
          { name: 'Fonti', ...sourceTable(services.map(registeredAs), today) },
        ]);
  return serviceListIn(bytes);
};

law('exported and imported again, services are the same', {
  subject: comesBack,
  wrong: (services, language, form) =>
    comesBack(
      services.map((one) => ({
        ...one,
        users: one.users?.map((group) => ({ ...group, expiry: null })) ?? [],
      })),
      language,
      form,
    ),
  given: exported,
  holds(read, { services, language, form }) {
    const reading = read(services, language, form);
    if ('refused' in reading) throw new Error(reading.refused);
    expect(reading.rejected).toEqual([]);
    expect(reading.ambiguousDates).toBe(false);
    expect(reading.unused).toEqual([]);
    expect(reading.rows.map((one) => one.details)).toEqual(services);
    expect(reading.columns.map(({ field }) => field)).toEqual(listFields);
  },
  runs: runs(200),
});
