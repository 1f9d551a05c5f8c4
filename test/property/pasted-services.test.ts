// Texts pasted from Aruba's pages: reading one never throws, and loses nothing that it recognises.
// `LIST_RUNS=27000` runs each law that often; give more time with `--testTimeout`.
import fc from 'fast-check';
import { expect } from 'vitest';
import { fieldSchemas, type Field } from '../../core/register/fields.ts';
import { readPasted, readPastedServices } from '../../core/register/import/read-pasted.ts';
import { law } from '../support/law.ts';
import { serviceReading, today } from '../support/service-lists.ts';

const asked = Number(process.env['LIST_RUNS']);
const runs = (usual: number): number => (asked > 0 ? asked : usual);

const words = fc.constantFrom(
  'Fatturazione Elettronica',
  'Solo Ricezione',
  'Username: ',
  'rossi01',
  'due02',
  'Partita IVA ',
  '02342520158',
  '86334519757',
  '02342520159',
  'Intestatario: ',
  'Scadenza ',
  'scade il ',
  '15/03/2027',
  '24/11/2027',
  '31/02/2027',
  'Utenti aggiuntivi: ',
  '3 ',
  '2 di 5',
  'due',
  'Spazio ',
  ' di 3 GB',
  'Moduli: ',
  'Documenti',
  ' attivo',
  ' non attivo',
  'Rinnovo automatico ',
  'Stato: ',
  'scaduto',
  '8841207@aruba.it',
  '\n',
  '\r\n',
  '\n\n',
  '\t',
  ' ',
  '\u00a0',
  ', ',
);
const pasted = fc
  .array(fc.oneof({ weight: 8, arbitrary: words }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

law('a pasted text is read in parts that cover it; what was recognised lies inside its part', {
  subject: readPastedServices,
  wrong(text, day) {
    const read = readPastedServices(text, day);
    return read.ok
      ? {
          ok: true,
          value: read.value.map((one) => ({
            ...one,
            found: one.found.map((part) => ({ ...part, to: part.to + 500 })),
          })),
        }
      : read;
  },
  given: pasted,
  holds(readAll, text) {
    const read = readAll(text, today);
    if (!read.ok) return expect([text.trim(), read.error.reason]).toEqual(['', 'empty-paste']);
    let next = 0;
    for (const { from, to, found, details: said } of read.value) {
      expect(from).toBe(next);
      next = to;
      for (const part of found) {
        expect(part.from >= from && part.to <= to && part.from < part.to).toBe(true);
      }
      for (const field of Object.keys(said) as Field[]) {
        expect(fieldSchemas[field].safeParse(said[field]).success, field).toBe(true);
        expect(found.some((part) => part.field === field)).toBe(true);
      }
    }
    expect(next).toBe(text.length);
    const one = readPasted(text, today);
    expect(one.ok && one.value.found).toEqual(read.value.flatMap(({ found }) => found));
  },
  runs: runs(300),
});

/** Texts that make careless patterns slow: one piece, very often. */
const repeated = fc
  .tuple(
    fc.oneof(words, fc.constantFrom('(', '1', '+', '-', ' ', 'a', '3 (', 'e ', '1/', '.', 'fino al ')),
    fc.oneof(words, fc.constantFrom('', '\n', ';', ' ')),
  )
  .map(([piece, between]) => `${piece}${between}`);

law('a long text of one piece takes about as long as it is long', {
  subject: (text: string): number => {
    const before = process.cpuUsage();
    readPastedServices(text, today);
    serviceReading(`Cliente;Servizio;Scadenza;Utenti;Moduli\n${text}`);
    serviceReading(
      `Cliente;Servizio;Scadenza;Utenti;Moduli\nA;FE;15/03/2027;${text.replaceAll(/[;\n\r"]/g, '')};x`,
    );
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  },
  wrong: (text) => text.length,
  given: repeated,
  holds(measure, piece) {
    // 100,000 characters take some tens of milliseconds. A quadratic pattern takes many seconds.
    expect(measure(piece.repeat(Math.ceil(100_000 / piece.length)))).toBeLessThan(5000);
  },
  runs: Math.min(runs(15), 100),
});
