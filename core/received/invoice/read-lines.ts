import { cents, share, type Cents } from '../../kernel/cents.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { childOf, childrenOf, textIn, type XmlElement } from '../../formats/xml/read-xml.ts';
import { readCents, readDate, readPrice, readRate, readWhole } from './amounts.ts';
import {
  lineTypes,
  type BodyRefusal,
  type InvoiceLine,
  type LineDetail,
  type LineKind,
  type LineType,
  type Period,
} from './invoice.ts';
import { lineKindOf } from './line-kind.ts';
import { lineQuantity } from './line-quantity.ts';
import { holderIn } from './named-in-text.ts';

/** What the lines of one body have in common. */
export interface LineContext {
  /** -1 for a credit note: its amounts are positive and mean a reversal. */
  readonly sign: 1 | -1;
  readonly simplified: boolean;
  /** The supplier's VAT number and tax code: they name no holder. */
  readonly suppliersOwn: ReadonlySet<string>;
}

/** The most text that is kept of a line: what the schema allows. */
const mostText = 1000;

const refuse = (field: string, text: string) =>
  err<BodyRefusal>({ reason: 'incomplete-invoice', field, text: text.slice(0, 60) });

const signed = (value: Cents, sign: 1 | -1): Cents => cents(value === 0 ? 0 : sign * value);

interface Net {
  readonly net: Cents;
  readonly rounded: boolean;
}

/**
 * Net of a line: PrezzoTotale. A simplified invoice has the amount with VAT, and VAT or its rate beside it.
 */
function netOf(element: XmlElement, simplified: boolean): Result<Net, BodyRefusal> {
  const field = simplified ? 'Importo' : 'PrezzoTotale';
  const text = textIn(element, field);
  const read = readCents(text);
  if (read === undefined) return refuse(field, text);
  if (!simplified) return ok({ net: read.cents, rounded: read.rounded });
  const vat = readCents(textIn(element, 'DatiIVA', 'Imposta'));
  if (vat !== undefined) return ok({ net: cents(read.cents - vat.cents), rounded: true });
  const rate = readRate(textIn(element, 'DatiIVA', 'Aliquota')) ?? 0;
  return ok({ net: share(read.cents, 10_000, 10_000 + rate), rounded: rate > 0 });
}

function periodOf(element: XmlElement): Period | null {
  const from = readDate(textIn(element, 'DataInizioPeriodo')) ?? null;
  const to = readDate(textIn(element, 'DataFinePeriodo')) ?? null;
  return from === null && to === null ? null : { from, to };
}

const detailsOf = (element: XmlElement): readonly LineDetail[] =>
  childrenOf(element, 'AltriDatiGestionali')
    .slice(0, 20)
    .map((detail) => ({
      type: textIn(detail, 'TipoDato').slice(0, 10),
      text: ['RiferimentoTesto', 'RiferimentoNumero', 'RiferimentoData']
        .map((name) => textIn(detail, name))
        .filter((text) => text !== '')
        .join(' ')
        .slice(0, 200),
    }));

/** A text without an amount is a remark, whatever its words. */
const kindOf = (text: string, net: Cents, isSold: boolean): LineKind =>
  net === 0 && !isSold ? { what: 'remark' } : lineKindOf(text);

const typeOf = (text: string): LineType | null => lineTypes.find((type) => type === text) ?? null;

/**
 * Reads one line, but not its order: other lines and the document say it too (see LineOrders). Refuses a line
 * without a number or without an amount: it must not count as nothing.
 */
export function readLine(
  element: XmlElement,
  place: number,
  { sign, simplified, suppliersOwn }: LineContext,
): Result<InvoiceLine, BodyRefusal> {
  const numberText = textIn(element, 'NumeroLinea');
  const line = numberText === '' ? place : readWhole(numberText);
  if (line === undefined || line < 0 || line > 9999) return refuse('NumeroLinea', numberText);
  const amount = netOf(element, simplified);
  if (!amount.ok) return amount;
  const text = textIn(element, 'Descrizione').slice(0, mostText);
  const details = detailsOf(element);
  const net = signed(amount.value.net, sign);
  const quantity = textIn(element, 'Quantita');
  const isSold = (readWhole(quantity) ?? 0) > 0 && readPrice(textIn(element, 'PrezzoUnitario'))?.num !== 0;
  const kind = kindOf(text, net, isSold);
  const said = [text, ...details.map((detail) => `${detail.type} ${detail.text}`)].join(' \n ');
  const rate = simplified ? textIn(element, 'DatiIVA', 'Aliquota') : textIn(element, 'AliquotaIVA');
  return ok({
    line,
    text,
    details,
    kind,
    type: typeOf(textIn(element, 'TipoCessionePrestazione')),
    ...lineQuantity(kind, { text, quantity, unit: textIn(element, 'UnitaMisura') }),
    unitPrice: readPrice(textIn(element, 'PrezzoUnitario')) ?? null,
    net,
    netRounded: amount.value.rounded,
    reversal: net < 0,
    vatBasisPoints: readRate(rate) ?? null,
    period: periodOf(element),
    holder: holderIn(said, suppliersOwn),
    order: '',
  });
}

/** The elements of the lines of a body. */
export const lineElements = (body: XmlElement, simplified: boolean): readonly XmlElement[] =>
  simplified
    ? childrenOf(body, 'DatiBeniServizi')
    : childrenOf(childOf(body, 'DatiBeniServizi'), 'DettaglioLinee');
