import { err, ok, type Result } from '../../kernel/result.ts';
import { within, type Steps } from '../../kernel/steps.ts';
import type { OpenDecoder } from '../../formats/spreadsheet/text-encoding.ts';
import { decodeXml } from '../../formats/xml/decode-xml.ts';
import {
  childOf,
  childrenOf,
  readXml,
  textIn,
  type XmlElement,
  type XmlRefusal,
} from '../../formats/xml/read-xml.ts';
import type { BodyRefusal, Invoice, Party } from './invoice.ts';
import { otherXmlKind, type OtherXmlKind } from './other-xml.ts';
import { readBody, type FileHeader } from './read-body.ts';
import { supplierOf, type Supplier } from './suppliers.ts';

/** Why an XML file gives no invoices. */
export type InvoiceRefusal =
  | XmlRefusal
  | BodyRefusal
  | { readonly reason: 'other-xml'; readonly what: OtherXmlKind; readonly root: string }
  | { readonly reason: 'other-supplier'; readonly name: string; readonly vatCode: string };

export interface InvoiceOptions {
  readonly openDecoder: OpenDecoder;
  /** The suppliers whose invoices are read: Aruba's, and those that a person added. */
  readonly suppliers: readonly Supplier[];
}

/** More bodies than one file of 5 MB has. */
const mostBodies = 1000;

/** A code without blanks and signs, in capitals. Italy's letters before a VAT number are left out. */
function codeOf(country: string, text: string): string {
  const code = text
    .replaceAll(/[\s.-]/g, '')
    .toUpperCase()
    .slice(0, 28);
  if (country !== '' && country.toUpperCase() !== 'IT') return `${country.toUpperCase().slice(0, 2)}${code}`;
  return /^IT\d{11}$/.test(code) ? code.slice(2) : code;
}

function nameIn(element: XmlElement | undefined): string {
  const company = textIn(element, 'Denominazione');
  const person = `${textIn(element, 'Nome')} ${textIn(element, 'Cognome')}`.trim();
  return (company || person).slice(0, 160);
}

/** One side of the file. An ordinary invoice has its data one level deeper than a simplified one. */
function partyIn(element: XmlElement | undefined): Party {
  const data = childOf(element, 'DatiAnagrafici');
  const codes = data ?? childOf(element, 'IdentificativiFiscali') ?? element;
  const names =
    data === undefined
      ? (childOf(element, 'AltriDatiIdentificativi') ?? element)
      : childOf(data, 'Anagrafica');
  const vat = childOf(codes, 'IdFiscaleIVA');
  return {
    name: nameIn(names),
    vatCode: codeOf(textIn(vat, 'IdPaese'), textIn(vat, 'IdCodice')),
    taxCode: codeOf('', textIn(codes, 'CodiceFiscale')),
  };
}

const formatOf = (root: string, header: XmlElement | undefined): Invoice['format'] => {
  const said = textIn(header, 'DatiTrasmissione', 'FormatoTrasmissione');
  if (root === 'FatturaElettronicaSemplificata' || said === 'FSM10') return 'FSM10';
  return said === 'FPR12' || said === 'FPA12' ? said : 'other';
};

/**
 * Reads all invoices of one XML file (FPR12, FPA12, FSM10; any prefix). Refuses what is no invoice and says
 * what it is, and the invoice of a supplier that is not asked for. All bodies are read, or none.
 */
export function* readInvoiceXml(
  bytes: Uint8Array,
  { openDecoder, suppliers }: InvoiceOptions,
): Steps<Result<readonly Invoice[], InvoiceRefusal>> {
  const xml = readXml(decodeXml(bytes, openDecoder));
  if (!xml.ok) return xml;
  const { name, root } = xml.value;
  if (name !== 'FatturaElettronica' && name !== 'FatturaElettronicaSemplificata')
    return err({ reason: 'other-xml', what: otherXmlKind(name), root: name.slice(0, 60) });
  yield 0.5;
  const headerElement = childOf(root, 'FatturaElettronicaHeader');
  const supplier = partyIn(childOf(headerElement, 'CedentePrestatore'));
  if (supplier.vatCode === '' && supplier.taxCode === '')
    return err({
      reason: 'incomplete-invoice',
      field: 'CedentePrestatore',
      text: supplier.name.slice(0, 60),
    });
  if (supplierOf(supplier, suppliers) === undefined)
    return err({
      reason: 'other-supplier',
      name: supplier.name,
      vatCode: supplier.vatCode || supplier.taxCode,
    });
  const header: FileHeader = {
    format: formatOf(name, headerElement),
    supplier,
    customer: partyIn(childOf(headerElement, 'CessionarioCommittente')),
  };
  const bodies = childrenOf(root, 'FatturaElettronicaBody');
  if (bodies.length === 0 || bodies.length > mostBodies)
    return err({
      reason: 'incomplete-invoice',
      field: 'FatturaElettronicaBody',
      text: String(bodies.length),
    });
  const invoices: Invoice[] = [];
  for (const [index, body] of bodies.entries()) {
    const from = 0.5 + (0.5 * index) / bodies.length;
    const invoice = yield* within(readBody(body, header), from, from + 0.5 / bodies.length);
    if (!invoice.ok) return invoice;
    invoices.push(invoice.value);
  }
  return ok(invoices);
}
