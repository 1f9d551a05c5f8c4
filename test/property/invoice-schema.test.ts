// The made-up invoices that the reader is tested with are invoices by the official schema. Two liberties
// that files take are left out here: a default namespace, and a quantity without decimals.
import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { invoiceText, type MadeInvoice, type MadeLine } from '../support/invoice-files.ts';
import { schemaFaults, schemaTypes } from '../support/invoice-schema.ts';
import { made } from '../support/made-invoices.ts';
import { madeOf, oneLine } from '../support/read-files.ts';
import { realisticInvoice } from '../support/realistic-invoice.ts';

const strictLine = (line: MadeLine): MadeLine =>
  line.quantity === '3' ? { ...line, quantity: '3.00' } : line;

const strict = (invoice: MadeInvoice): MadeInvoice => ({
  ...invoice,
  prefix: invoice.prefix === '' || invoice.prefix === undefined ? 'p' : invoice.prefix,
  encoding: 'UTF-8',
  bodies: invoice.bodies.map((body) => ({
    ...body,
    type: schemaTypes.includes(body.type ?? 'TD01') ? (body.type ?? 'TD01') : 'TD01',
    lines: body.lines.map(strictLine),
  })),
});

/** One of each thing that a fixture can have. */
const full = madeOf({
  number: 'VFE/2026/884',
  orders: [{ order: 'MO1111', lines: [1, 2] }],
  linked: [{ number: '2026/700', date: '2026-10-30' }],
  lines: [
    {
      ...oneLine,
      from: '2026-12-01',
      to: '2027-11-30',
      details: [{ type: 'PANNELLO', text: 'ARUBA02342520158' }],
    },
    { ...oneLine, line: 2, type: 'SC', net: -49, quantity: '', rate: '0.00' },
  ],
});

const textOf = (invoice: MadeInvoice): string => invoiceText(strict(invoice));

test('every kind of invoice in every form is valid by the official schema', async () => {
  const madeUp = [20_261_128, inject('freeSeed')].flatMap((seed) => fc.sample(made, { seed, numRuns: 40 }));
  const kinds = schemaTypes.flatMap((type) =>
    ['FPR12', 'FPA12'].map((format) => ({
      ...full,
      format,
      bodies: full.bodies.map((body) => ({ ...body, type })),
    })),
  );
  const files = [...madeUp, ...kinds].map((invoice, index) => [`${index}.xml`, textOf(invoice)] as const);
  const realistic = schemaTypes.map((type) => [`${type}.xml`, realisticInvoice(type)]);
  expect(await schemaFaults(Object.fromEntries([...files, ...realistic]))).toEqual([]);
});

const required = [
  'CodiceDestinatario',
  'ProgressivoInvio',
  'RegimeFiscale',
  'Divisa',
  'Numero',
  'Descrizione',
  'PrezzoUnitario',
  'AliquotaIVA',
];

test('the schema refuses a file without an element that it asks for, and a wrong order', async () => {
  const text = textOf(full);
  const faulty = required.map((name) => [
    `${name}.xml`,
    text.replace(new RegExp(`<${name}>[^<]*</${name}>`), ''),
  ]);
  const swapped = text.replace(/(<Data>[^<]*<\/Data>)(<Numero>[^<]*<\/Numero>)/, '$2$1');
  const faults = await schemaFaults({ ...Object.fromEntries(faulty), 'swapped.xml': swapped });
  const named = new Set(faults.map((fault) => fault.split('.')[0]));
  expect(named).toEqual(new Set([...required, 'swapped']));
});
