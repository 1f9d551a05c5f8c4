// Damaged and hostile sheets, archives, XML files and pasted texts: each is read, or refused with a reason
// that has a sentence. `FILES_RUNS=20000` runs each of the five kinds that often, and prints what came of
// them.
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { afterAll, expect } from 'vitest';
import { textSheets } from '../../core/formats/spreadsheet/csv.ts';
import { openList } from '../../core/formats/spreadsheet/open-list.ts';
import { sheetBudget } from '../../core/formats/spreadsheet/budget.ts';
import { readXml } from '../../core/formats/xml/read-xml.ts';
import { finish } from '../../core/kernel/steps.ts';
import { readStaffList } from '../../core/people/import/read-staff-list.ts';
import { readServiceList } from '../../core/register/import/read-service-list.ts';
import { readPastedServices } from '../../core/register/import/read-pasted.ts';
import { importText } from '../../renderer/screens/people/import/text.ts';
import { invoiceRefusalText } from '../../renderer/screens/invoices/import/refusal-text.ts';
import { table } from '../bench/measure.ts';
import { laterLaw, law } from '../support/law.ts';
import { openDecoder } from '../support/open-decoder.ts';
import { received } from '../support/read-files.ts';
import { today } from '../support/service-lists.ts';
import { rawWorkbook } from '../support/workbooks.ts';

const asked = Number(process.env['FILES_RUNS']);
const runs = (usual: number): number => (asked > 0 ? asked : usual);

const outcomes = new Map<string, number>();
let mostMemory = 0;
const count = (kind: string, outcome: string): void => {
  outcomes.set(`${kind}\t${outcome}`, (outcomes.get(`${kind}\t${outcome}`) ?? 0) + 1);
  mostMemory = Math.max(mostMemory, process.memoryUsage().rss);
};
afterAll(() => {
  if (!(asked > 0)) return;
  const rows = [...outcomes].map(([key, times]) => [...key.split('\t'), String(times)]);
  rows.sort((a, b) => (a.join() < b.join() ? -1 : 1));
  const memory = `Most memory of the process: ${(mostMemory / 1e6).toFixed(0)} MB`;
  process.stdout.write(`${table([['given', 'outcome', 'times'], ...rows])}\n${memory}\n`);
});

/** What came of a list. A refusal must have its sentence. */
function listOutcome(content: Uint8Array | string): string {
  const opened =
    typeof content === 'string'
      ? { ok: true as const, value: { sources: textSheets(content) } }
      : finish(openList(content, openDecoder));
  if (!opened.ok) return opened.error.reason;
  const staff = finish(readStaffList(opened.value.sources, new Map()));
  const services = finish(
    readServiceList(opened.value.sources, { today, columns: new Map(), dateOrder: null }),
  );
  if (!services.ok && 'most' in services.error) return services.error.reason;
  if (!staff.ok) return staff.error.reason;
  const { sheet } = staff.value.found;
  expect(sheet.rows.length).toBeLessThanOrEqual(sheetBudget.rows);
  const cells = sheet.rows.flatMap((row) => row.cells);
  expect(cells.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(sheetBudget.characters);
  return staff.value.kind === 'list' ? 'read' : 'asks for columns';
}

const hasSentence = (outcome: string): boolean =>
  ['read', 'asks for columns', 'binary-file'].includes(outcome) || `file.${outcome}` in importText;

/** Whole bytes, some of which are changed, and that may be cut off. */
const damaged = (whole: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> =>
  fc
    .record({
      bytes: whole,
      changes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
      cut: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true })),
    })
    .map(({ bytes, changes, cut }) => {
      const copy = bytes.slice(0, Math.floor(bytes.length * cut));
      for (const [at, value] of changes) if (copy.length > 0) copy[at % copy.length] = value;
      return copy;
    });

const text = fc.oneof(
  fc.constantFrom(
    'Cognome',
    'Nome',
    'E-mail',
    'a@x.it',
    'Cliente',
    'Servizio',
    'Scadenza',
    '15/03/2027',
    '=1+1',
  ),
  fc.string({ maxLength: 8 }).map((plain) => plain.replaceAll(/[<&\0]/g, '')),
);
const reference = fc.constantFrom('A1', 'B2', 'XFD1', 'ZZZ9999999', 'SR3', 'A1048576', '', 'x');
const cellXml = fc.oneof(
  fc.tuple(reference, text).map(([r, t]) => `<c r="${r}" t="inlineStr"><is><t>${t}</t></is></c>`),
  fc.tuple(reference, fc.nat({ max: 5 })).map(([r, n]) => `<c r="${r}" t="s"><v>${n}</v></c>`),
  text.map((t) => `<c><v>${t}</v></c>`),
  fc.constantFrom('<c/>', '<c', '<v>', '</row>', '<row r="1048576">', '<!--', '<![CDATA[', ']]>'),
);
const sheetXml = fc
  .record({
    rows: fc.array(fc.array(cellXml, { maxLength: 6 }), { maxLength: 8 }),
    merges: fc.array(fc.tuple(reference, reference), { maxLength: 4 }),
    often: fc.constantFrom(1, 1, 1, 40),
  })
  .map(
    ({ rows, merges, often }) =>
      `<worksheet><sheetData>${rows.map((cells) => `<row>${cells.join('')}</row>`.repeat(often)).join('')}</sheetData><mergeCells>${merges.map(([a, b]) => `<mergeCell ref="${a}:${b}"/>`).join('')}</mergeCells></worksheet>`,
  );
/** Most shared texts are short; some are so long that a few cells exceed the budget. */
const sharedXml = fc
  .array(fc.tuple(text, fc.oneof({ weight: 20, arbitrary: fc.constant(1) }, fc.constant(1_500_000))), {
    maxLength: 4,
  })
  .map(
    (all) =>
      `<sst>${all.map(([t, times]) => `<si><t>${t.slice(0, 1).repeat(times)}</t></si>`).join('')}</sst>`,
  );
const books = fc
  .record({ sheet: sheetXml, shared: sharedXml })
  .map(({ sheet, shared }) => rawWorkbook(sheet, { 'xl/sharedStrings.xml': shared }));

law('any damaged or hostile workbook is read within its budget or refused with a sentence', {
  subject: listOutcome,
  wrong: () => 'thrown',
  given: damaged(books),
  holds(read, bytes) {
    const outcome = read(bytes);
    count('workbook', outcome);
    expect(outcome).toSatisfy(hasSentence);
  },
  runs: runs(60),
});

const separators = fc.constantFrom(';', ',', '\t', '|', '"', '\n', '\r\n', '";"', ' ');
const pasted = fc
  .record({
    head: fc.constantFrom('', 'Cognome;Nome;E-mail\n', 'Cliente;Servizio;Scadenza\n'),
    parts: fc.array(fc.tuple(text, separators, fc.constantFrom(1, 1, 1, 1, 300, 700)), { maxLength: 30 }),
  })
  .map(({ head, parts }) => head + parts.map(([t, s, times]) => (t + s).repeat(times)).join(''));

law('any pasted text is read within its budget or refused with a sentence', {
  subject: listOutcome,
  wrong: () => 'thrown',
  given: pasted,
  holds(read, given) {
    const outcome = read(given);
    count('pasted text', outcome);
    expect(outcome).toSatisfy(hasSentence);
    const page = readPastedServices(given, today);
    if (!page.ok) expect(['empty-paste', 'too-large']).toContain(page.error.reason);
  },
  runs: runs(60),
});

const encodedLines = fc
  .array(fc.oneof(fc.uint8Array({ maxLength: 12 }), pasted.map(strToU8)), { maxLength: 8 })
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part, 10])));

law('any bytes of a list are decoded and read, or refused with a sentence', {
  subject: listOutcome,
  wrong: () => 'thrown',
  given: damaged(encodedLines),
  holds(read, bytes) {
    const outcome = read(bytes);
    count('list in any encoding', outcome);
    expect(outcome).toSatisfy(hasSentence);
  },
  runs: runs(60),
});

const zips = fc
  .record({
    files: fc.dictionary(
      fc.constantFrom('a.xml', 'b/c.xml', 'd.zip', '../e.p7m', 'f.eml', 'xl/workbook.xml', '__MACOSX/g'),
      fc.tuple(fc.uint8Array({ maxLength: 40 }), fc.constantFrom(1, 1, 1, 20_000)),
      { maxKeys: 5 },
    ),
    level: fc.constantFrom(0 as const, 6 as const),
    more: fc.constantFrom(...Array.from({ length: 30 }, () => 0), 400),
  })
  .map(({ files, level, more }) =>
    zipSync(
      Object.fromEntries([
        ...Object.entries(files).map(([name, [bytes, times]]) => [
          name,
          Uint8Array.from({ length: bytes.length * times }, (_, at) => bytes[at % bytes.length] ?? 0),
        ]),
        ...Array.from({ length: more }, (_, index) => [`n${index}`, new Uint8Array()]),
      ]),
      { level },
    ),
  );

laterLaw('any damaged or hostile archive is read or refused, and each file of it is told', {
  subject: received,
  wrong: async () => ({ invoices: [], mails: [], refused: [], skipped: [] }),
  given: damaged(zips).filter((bytes) => bytes.length > 0),
  async holds(read, bytes) {
    const { invoices, mails, refused, skipped } = await read({ 'a.zip': bytes });
    expect(invoices.length + mails.length + refused.length + skipped.length).toBeGreaterThan(0);
    for (const { refusal } of refused) {
      count('archive', refusal.reason);
      expect(`invoice-refusal.${refusal.reason}` in invoiceRefusalText, refusal.reason).toBe(true);
    }
    if (refused.length === 0) count('archive', 'read');
  },
  runs: runs(60),
});

const xmlPart = fc.constantFrom(
  '<a>',
  '</a>',
  '<b x="1">',
  '</b>',
  '<c/>',
  '&amp;',
  '&x;',
  '&#0;',
  '&#1114112;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a [<!ENTITY x "y">]>',
  '<?xml version="1.0"?>',
  '<:/>',
  '<__proto__>',
  '</__proto__>',
  'testo',
  '"',
  '>',
);
const xmls = fc
  .array(fc.tuple(xmlPart, fc.constantFrom(1, 1, 1, 1, 80)), { maxLength: 20 })
  .map((parts) => `<r>${parts.map(([part, times]) => part.repeat(times)).join('')}</r>`);

law('any XML is read or refused with a reason', {
  subject: (given: string): string => {
    const read = readXml(given);
    return read.ok ? 'read' : read.error.reason;
  },
  wrong: () => 'thrown',
  given: xmls,
  holds(read, given) {
    const outcome = read(given);
    count('XML', outcome);
    expect(['read', 'not-xml', 'declares-entities', 'too-deep', 'too-many-elements']).toContain(outcome);
  },
  runs: runs(100),
});
