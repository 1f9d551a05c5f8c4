// `npm run bench import`: a staff list from its bytes to the plan, as on the import screen, and the longest
// slice without a pause.
import type { Day } from '../../core/kernel/day.ts';
import type { Steps } from '../../core/kernel/steps.ts';
import type { Person } from '../../core/people/person.ts';
import { importableRows, planImport } from '../../core/people/import/import-people.ts';
import { openDecoder } from '../support/open-decoder.ts';
import { openList } from '../../core/formats/spreadsheet/open-list.ts';
import { readStaffList } from '../../core/people/import/read-staff-list.ts';
import { writeCsv } from '../../core/formats/spreadsheet/write-csv.ts';
import { writeXlsx } from '../../core/formats/spreadsheet/write-xlsx.ts';
import { milliseconds, table, timingOf } from './measure.ts';

const headers = ['Cognome', 'Nome', 'E-mail', 'Reparto', 'Data inizio', 'Data fine'];
const start = '2017-09-03' as Day;
const textsOf = (count: number): string[][] =>
  Array.from({ length: count }, (_, index) => [
    'De Luca',
    `Niccolò ${index}`,
    `p${index}@studiobianchi.example`,
    'Contabilità',
  ]);

const files: Readonly<Record<string, (count: number) => Uint8Array>> = {
  csv: (count) =>
    new TextEncoder().encode(
      writeCsv([headers, ...textsOf(count).map((texts) => [...texts, '03/09/2017', ''])]),
    ),
  xlsx: (count) =>
    writeXlsx(
      'Personale',
      headers,
      textsOf(count).map((texts) => [...texts.map((text) => ({ text })), { day: start }, null]),
    ),
};

/** The desk knows half of the list already. Every second person of that half has another department. */
const deskOf = (count: number): ReadonlyMap<string, Person> =>
  new Map(
    textsOf(Math.floor(count / 2)).map(
      ([familyName = '', givenName = '', email = '', department = ''], index) => {
        const id = `p${index}` as Person['id'];
        return [
          id,
          {
            id,
            familyName,
            givenName,
            email,
            department: index % 2 === 0 ? department : 'Paghe',
            start,
            end: null,
          },
        ];
      },
    ),
  );

interface Run {
  readonly ms: number;
  readonly longest: number;
}

function importOnce(bytes: Uint8Array, people: ReadonlyMap<string, Person>): Run {
  let longest = 0;
  const finish = <T>(steps: Steps<T>): T => {
    for (;;) {
      const before = performance.now();
      const step = steps.next();
      longest = Math.max(longest, performance.now() - before);
      if (step.done === true) return step.value;
    }
  };
  const begun = performance.now();
  const opened = finish(openList(bytes, openDecoder));
  if (!opened.ok) throw new Error(opened.error.reason);
  const reading = finish(readStaffList(opened.value.sources, new Map()));
  if (!reading.ok || reading.value.kind !== 'list') throw new Error('It is a staff list');
  const { list } = reading.value;
  const before = performance.now();
  const plan = planImport(people, importableRows(list), new Set(list.present));
  const end = performance.now();
  if (plan.added.length + plan.changed.length + plan.unchanged.length !== list.rows.length)
    throw new Error('A row was lost');
  return { ms: end - begun, longest: Math.max(longest, end - before) };
}

export function importBench(): string {
  const lines = Object.entries(files).flatMap(([form, make]) =>
    [10_000, 50_000].map((count) => {
      const [bytes, people] = [make(count), deskOf(count)];
      const runs = Array.from({ length: 15 }, () => importOnce(bytes, people)).slice(3);
      const { median, p95 } = timingOf(runs.map(({ ms }) => ms));
      const longest = timingOf(runs.map((run) => run.longest)).p95;
      const limit = count === 10_000 ? `2000.0 ms ${median <= 2000 ? 'met' : 'MISSED'}` : '';
      return [
        `${form}, ${count.toLocaleString('en')} rows (${(bytes.length / 1e6).toFixed(1)} MB)`,
        milliseconds(median),
        milliseconds(p95),
        milliseconds(longest),
        limit,
      ];
    }),
  );
  return table([['a staff list read and planned', 'median', 'p95', 'longest step', 'limit'], ...lines]);
}
