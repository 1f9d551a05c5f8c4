import { cents, type Cents } from '../../kernel/cents.ts';
import { groupBy } from '../../kernel/group-by.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Steps } from '../../kernel/steps.ts';
import { childOf, childrenOf, textIn, type XmlElement } from '../../formats/xml/read-xml.ts';
import { readCents, readDate, readRate } from './amounts.ts';
import type {
  BodyRefusal,
  DocumentRole,
  Invoice,
  InvoiceDoubt,
  InvoiceLine,
  LinkedInvoice,
  Party,
  VatSummary,
} from './invoice.ts';
import { LineOrders, orderOfReason, orderReferences } from './line-orders.ts';
import { lineElements, readLine } from './read-lines.ts';

/** What the header of a file says of all its bodies. */
export interface FileHeader {
  readonly format: Invoice['format'];
  readonly supplier: Party;
  readonly customer: Party;
}

/** More lines than the schema's numbers can tell apart. */
const mostLines = 9999;

/** Lines in one step. A step takes some milliseconds. */
const slice = 250;

const roles: Readonly<Record<string, DocumentRole>> = {
  TD01: 'invoice',
  TD02: 'advance',
  TD03: 'advance',
  TD04: 'credit-note',
  TD05: 'debit-note',
  TD06: 'invoice',
  TD07: 'invoice',
  TD08: 'credit-note',
  TD09: 'debit-note',
  TD24: 'invoice',
  TD25: 'invoice',
  TD26: 'invoice',
};

const refuse = (field: string, text: string) =>
  err<BodyRefusal>({ reason: 'incomplete-invoice', field, text: text.slice(0, 60) });

function linkedInvoices(body: XmlElement): readonly LinkedInvoice[] {
  const general = childOf(body, 'DatiGenerali');
  const corrected = childOf(general, 'DatiFatturaRettificata');
  const linked = childrenOf(general, 'DatiFattureCollegate').map((element) => ({
    number: textIn(element, 'IdDocumento').slice(0, 40),
    date: readDate(textIn(element, 'Data')) ?? null,
  }));
  if (corrected !== undefined)
    linked.push({
      number: textIn(corrected, 'NumeroFR').slice(0, 40),
      date: readDate(textIn(corrected, 'DataFR')) ?? null,
    });
  return linked.filter(({ number }) => number !== '').slice(0, 100);
}

/** A summary, and what it has besides the lines of its rate: accessory costs and rounding. */
interface ReadSummary extends VatSummary {
  readonly besides: number;
}

function summariesOf(body: XmlElement, sign: 1 | -1): readonly ReadSummary[] {
  return childrenOf(childOf(body, 'DatiBeniServizi'), 'DatiRiepilogo').flatMap((element) => {
    const net = readCents(textIn(element, 'ImponibileImporto'));
    const vat = readCents(textIn(element, 'Imposta'));
    if (net === undefined || vat === undefined) return [];
    const basisPoints = readRate(textIn(element, 'AliquotaIVA')) ?? null;
    const besides = ['SpeseAccessorie', 'Arrotondamento'].reduce(
      (sum, name) => sum + (readCents(textIn(element, name))?.cents ?? 0),
      0,
    );
    return [
      { basisPoints, net: cents(sign * net.cents), vat: cents(sign * vat.cents), besides: sign * besides },
    ];
  });
}

const sumOf = (values: readonly Cents[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * Whether the lines of each VAT rate sum to its summary, with or without what it has besides them. A cent may
 * be lost in each line to rounding.
 */
function agree(lines: readonly InvoiceLine[], summaries: readonly ReadSummary[]): boolean {
  if (summaries.length === 0) return true;
  const byRate = groupBy(summaries, ({ basisPoints }) => basisPoints);
  const linesByRate = groupBy(lines, ({ vatBasisPoints }) => vatBasisPoints);
  const rates = new Set([...byRate.keys(), ...linesByRate.keys()]);
  return [...rates].every((rate) => {
    const ours = linesByRate.get(rate) ?? [];
    const theirs = byRate.get(rate) ?? [];
    const difference = sumOf(theirs.map(({ net }) => net)) - sumOf(ours.map(({ net }) => net));
    const besides = theirs.reduce((sum, summary) => sum + summary.besides, 0);
    return [difference, difference - besides].some((rest) => Math.abs(rest) <= ours.length);
  });
}

/** Whether a credit note writes its amounts as negative already. By the schema's rules they are positive. */
const writesSigns = (elements: readonly XmlElement[], simplified: boolean): boolean =>
  elements.reduce(
    (sum, element) => sum + (readCents(textIn(element, simplified ? 'Importo' : 'PrezzoTotale'))?.cents ?? 0),
    0,
  ) < 0;

/** Reads one FatturaElettronicaBody. Refuses one without number, date or readable lines. */
export function* readBody(body: XmlElement, header: FileHeader): Steps<Result<Invoice, BodyRefusal>> {
  const document = childOf(body, 'DatiGenerali', 'DatiGeneraliDocumento');
  const number = textIn(document, 'Numero');
  if (number === '' || number.length > 40) return refuse('Numero', number);
  const dateText = textIn(document, 'Data');
  const date = readDate(dateText);
  if (date === undefined) return refuse('Data', dateText);
  const documentType = textIn(document, 'TipoDocumento').slice(0, 10);
  const role = roles[documentType] ?? 'other';
  const simplified = header.format === 'FSM10';
  const elements = lineElements(body, simplified);
  if (elements.length === 0) return refuse('DettaglioLinee', '');
  if (elements.length > mostLines) return refuse('DettaglioLinee', String(elements.length));
  const signs = role === 'credit-note' && writesSigns(elements, simplified);
  const sign = role === 'credit-note' && !signs ? -1 : 1;
  const references = orderReferences(body);
  const context = {
    sign,
    simplified,
    suppliersOwn: new Set([header.supplier.vatCode, header.supplier.taxCode]),
  } as const;
  const orders = new LineOrders(references, orderOfReason(document));
  const lines: InvoiceLine[] = [];
  for (const [index, element] of elements.entries()) {
    if (index % slice === slice - 1) yield index / elements.length;
    const line = readLine(element, index + 1, context);
    if (!line.ok) return line;
    lines.push(orders.place(line.value));
  }
  const placed = orders.finish(lines);
  const repeated = new Set(lines.map(({ line }) => line)).size !== lines.length;
  const summaries = summariesOf(body, sign);
  const total = readCents(textIn(document, 'ImportoTotaleDocumento'));
  const currency = textIn(document, 'Divisa');
  const doubts: InvoiceDoubt[] = [];
  if (!agree(lines, summaries)) doubts.push('totals-differ');
  if (simplified) doubts.push('gross-lines');
  if (signs) doubts.push('credit-note-with-signs');
  if (currency !== '' && currency !== 'EUR') doubts.push('not-euro');
  return ok({
    ...header,
    documentType,
    role,
    number,
    date,
    orders: [...new Set(references.map(({ order }) => order))],
    linked: linkedInvoices(body),
    // A file that numbers two lines alike is numbered by place: the key of a line must be its own.
    lines: repeated ? placed.map((line, index) => ({ ...line, line: index + 1 })) : placed,
    summaries: summaries.map(({ basisPoints, net, vat }) => ({ basisPoints, net, vat })),
    total: total === undefined ? null : cents(sign * total.cents),
    doubts,
  });
}
