// Invoices made from a model, in every wrapping: XML, signed (DER, base64, BER in chunks), zip, mail.
import { strToU8, zipSync } from 'fflate';

export interface MadeLine {
  readonly line: number;
  readonly text: string;
  /** As the file writes it; empty for none. */
  readonly quantity?: string;
  /** UnitaMisura. */
  readonly unit?: string;
  readonly unitPrice?: string;
  /** In cents. */
  readonly net: number;
  /** How many decimals the file writes: 2 to 8. */
  readonly decimals?: number;
  readonly rate?: string;
  readonly from?: string;
  readonly to?: string;
  readonly type?: string;
  readonly details?: readonly { readonly type: string; readonly text: string }[];
}

export interface MadeBody {
  readonly type?: string;
  readonly number: string;
  readonly date: string;
  /** Causale, each an element. */
  readonly reasons?: readonly string[];
  readonly orders?: readonly { readonly order: string; readonly lines: readonly number[] }[];
  readonly linked?: readonly { readonly number: string; readonly date: string }[];
  readonly lines: readonly MadeLine[];
}

export interface MadeInvoice {
  readonly root?: string;
  readonly format?: string;
  readonly prefix?: string;
  readonly encoding?: 'UTF-8' | 'UTF-8-BOM' | 'UTF-16LE' | 'UTF-16BE' | 'windows-1252' | 'ISO-8859-1';
  readonly supplier?: { readonly name: string; readonly vatCode: string; readonly taxCode?: string };
  readonly customer?: { readonly name: string; readonly vatCode: string; readonly taxCode?: string };
  readonly bodies: readonly MadeBody[];
}

const arubaPec = { name: 'Aruba PEC S.p.A.', vatCode: '01879020517', taxCode: '01879020517' };
const ourFirm = { name: 'Studio Bianchi & Associati', vatCode: '02342520158', taxCode: '' };

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Cents as a decimal with a point: 2990 with four decimals is 29.9000. */
function decimals(amount: number, places = 2): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const written = `${digits.slice(0, -2)}.${digits.slice(-2)}`.padEnd(digits.length + 1 + places - 2, '0');
  return amount < 0 ? `-${written}` : written;
}

const element = (name: string, text: string | undefined): string =>
  text === undefined || text === '' ? '' : `<${name}>${escape(text)}</${name}>`;

/** `regime`: the tax regime, which only a supplier has. */
const partyXml = (
  { name, vatCode, taxCode }: NonNullable<MadeInvoice['supplier']>,
  regime?: string,
): string =>
  `<DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>${vatCode}</IdCodice></IdFiscaleIVA>${element(
    'CodiceFiscale',
    taxCode,
  )}<Anagrafica>${element('Denominazione', name)}</Anagrafica>${element('RegimeFiscale', regime)}</DatiAnagrafici>
  <Sede><Indirizzo>Via Prova</Indirizzo><CAP>52100</CAP><Comune>Arezzo</Comune><Nazione>IT</Nazione></Sede>`;

const lineXml = (line: MadeLine): string =>
  `<DettaglioLinee><NumeroLinea>${line.line}</NumeroLinea>${element('TipoCessionePrestazione', line.type)}${element(
    'Descrizione',
    line.text,
  )}${element('Quantita', line.quantity)}${element('UnitaMisura', line.unit)}${element('DataInizioPeriodo', line.from)}${element(
    'DataFinePeriodo',
    line.to,
  )}<PrezzoUnitario>${line.unitPrice ?? decimals(line.net)}</PrezzoUnitario><PrezzoTotale>${decimals(
    line.net,
    line.decimals,
  )}</PrezzoTotale><AliquotaIVA>${line.rate ?? '22.00'}</AliquotaIVA>${(line.details ?? [])
    .map(
      ({ type, text }) =>
        `<AltriDatiGestionali><TipoDato>${type}</TipoDato>${element('RiferimentoTesto', text)}</AltriDatiGestionali>`,
    )
    .join('')}</DettaglioLinee>`;

function summaryXml(lines: readonly MadeLine[]): string {
  const rates = [...new Set(lines.map(({ rate }) => rate ?? '22.00'))];
  return rates
    .map((rate) => {
      const net = lines.reduce((sum, line) => sum + ((line.rate ?? '22.00') === rate ? line.net : 0), 0);
      const vat = Math.round((net * Number(rate)) / 100);
      return `<DatiRiepilogo><AliquotaIVA>${rate}</AliquotaIVA><ImponibileImporto>${decimals(
        net,
      )}</ImponibileImporto><Imposta>${decimals(vat)}</Imposta></DatiRiepilogo>`;
    })
    .join('');
}

const bodyXml = (body: MadeBody): string =>
  `<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>${
    body.type ?? 'TD01'
  }</TipoDocumento><Divisa>EUR</Divisa><Data>${body.date}</Data>${element(
    'Numero',
    body.number,
  )}${(body.reasons ?? []).map((reason) => element('Causale', reason)).join('')}</DatiGeneraliDocumento>${(
    body.orders ?? []
  )
    .map(
      ({ order, lines }) =>
        `<DatiOrdineAcquisto>${lines
          .map((line) => `<RiferimentoNumeroLinea>${line}</RiferimentoNumeroLinea>`)
          .join('')}${element('IdDocumento', order)}</DatiOrdineAcquisto>`,
    )
    .join('')}${(body.linked ?? [])
    .map(
      ({ number, date }) =>
        `<DatiFattureCollegate>${element('IdDocumento', number)}<Data>${date}</Data></DatiFattureCollegate>`,
    )
    .join('')}</DatiGenerali><DatiBeniServizi>${body.lines.map(lineXml).join('')}${summaryXml(
    body.lines,
  )}</DatiBeniServizi></FatturaElettronicaBody>`;

/** The XML text of an invoice. IdTrasmittente is Aruba's number, as in every invoice sent through Aruba. */
export function invoiceText(made: MadeInvoice): string {
  const prefix = made.prefix === undefined || made.prefix === '' ? '' : `${made.prefix}:`;
  const namespace = prefix === '' ? 'xmlns' : `xmlns:${made.prefix}`;
  const root = `${prefix}${made.root ?? 'FatturaElettronica'}`;
  const encoding = (made.encoding ?? 'UTF-8').replace(/-BOM$/, '').replace(/^UTF-16.E$/, 'UTF-16');
  return `<?xml version="1.0" encoding="${encoding}"?>
<${root} versione="${made.format ?? 'FPR12'}" ${namespace}="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">
<FatturaElettronicaHeader><DatiTrasmissione><IdTrasmittente><IdPaese>IT</IdPaese><IdCodice>01879020517</IdCodice></IdTrasmittente>
<ProgressivoInvio>00001</ProgressivoInvio><FormatoTrasmissione>${made.format ?? 'FPR12'}</FormatoTrasmissione><CodiceDestinatario>${
    made.format === 'FPA12' ? 'UFABCD' : 'KRRH6B9'
  }</CodiceDestinatario></DatiTrasmissione>
<CedentePrestatore>${partyXml(made.supplier ?? arubaPec, 'RF01')}</CedentePrestatore>
<CessionarioCommittente>${partyXml(made.customer ?? ourFirm)}</CessionarioCommittente></FatturaElettronicaHeader>
${made.bodies.map(bodyXml).join('\n')}</${root}>`;
}

/** Windows-1252 of the characters that it shares with Latin-1, and of the euro. */
const oneByte = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => (character === '€' ? 0x80 : character.charCodeAt(0) & 255));

function twoBytes(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(2 + 2 * index, text.charCodeAt(index), !bigEndian);
  return bytes;
}

/** The bytes of an invoice in its encoding. */
export function invoiceBytes(made: MadeInvoice): Uint8Array {
  const text = invoiceText(made);
  if (made.encoding === 'UTF-8-BOM') return strToU8(`\ufeff${text}`);
  if (made.encoding === 'UTF-16LE' || made.encoding === 'UTF-16BE')
    return twoBytes(text, made.encoding === 'UTF-16BE');
  return made.encoding === undefined || made.encoding === 'UTF-8' ? strToU8(text) : oneByte(text);
}

export const zipOf = (files: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync({ ...files }, { mtime: '1980-01-02T12:00:00' });

/** A mail with a text and attachments. */
export function mailBytes(
  headers: Readonly<Record<string, string>>,
  text: string,
  attachments: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const parts = Object.entries(attachments).map(
    ([name, bytes]) =>
      `--b1\r\nContent-Type: application/octet-stream; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}\r\n`,
  );
  const all = { 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary="b1"', ...headers };
  return strToU8(
    `${Object.entries(all)
      .map(([name, value]) => `${name}: ${value}`)
      .join(
        '\r\n',
      )}\r\n\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n${parts.join('')}--b1--\r\n`,
  );
}
