// Lists of services as studios keep them, and a text that was copied from Aruba's pages.
import { addDays, addMonths, type Day } from '../../core/kernel/day.ts';
import { sampleVatCode } from '../simulator/sample/sample-vat-code.ts';

const italian = (day: Day): string => day.split('-').reverse().join('/');

/** If 2 users are added on `today` with the extension, 9 months are charged (rule E1). */
const e1Expiry = (today: Day): Day => addDays(addMonths(addMonths(today, 12), -9), 5);

/** 40 rows: 34 services, of which the first is that of rule E1, and 6 rows with one fault each. */
export function serviceList(today: Day): string {
  const vat = (index: number): string => sampleVatCode(`02${String(34_252_000 + index * 7)}`);
  const good = Array.from({ length: 33 }, (_, index) =>
    [
      `Cliente ${index + 1} srl`,
      vat(index),
      index % 5 === 0 ? 'Solo Ricezione' : 'Fatturazione Elettronica',
      italian(addMonths(addDays(today, 40), (index % 11) + 1)),
      index % 5 === 0 ? '' : String(index % 4),
      '',
      index % 3 === 0 ? 'Maria Bassi' : 'Luca Neri',
      'nota',
    ].join(';'),
  );
  const day = italian(addMonths(today, 6));
  const faults = [
    `Farmacia San Carlo;02342520159;FE;${day};1;;;`,
    `Cooperativa Alba;${vat(50)};FE;31/02/2027;1;;;`,
    `Hotel Miramare;${vat(51)};FE;${day};due;;;`,
    `Impresa Edile Costa;${vat(52)};Solo Ricezione;${day};;Documenti;;`,
    `Cliente 2 srl;${vat(1)};Fatturazione Elettronica;${day};1;;;`,
    `Tessitura Moro;${vat(53)};FE;;1;;;`,
  ];
  return [
    'Cliente;P. IVA;Servizio;Scadenza;Utenti aggiuntivi;Moduli;Referente;Cod. gest.',
    `Studio Marchetti;${sampleVatCode('0123456051')};Fatturazione Elettronica;${italian(e1Expiry(today))};3;Documenti;Maria Bassi;nota`,
    ...good,
    ...faults,
  ].join('\r\n');
}

/** A text as copied from two pages of the customer area. */
export const pastedPages = (today: Day): string => `Servizio Fatturazione Elettronica
Intestatario: Officine Rossi srl
Partita IVA ${sampleVatCode('0445566042')}
Stato: Attivo
Scadenza: ${italian(addMonths(today, 5))}
Utenti aggiuntivi: 2
Rinnovo automatico: non attivo

Servizio Fatturazione Elettronica
Intestatario: Bar Centrale
Partita IVA 05566770510 (errata)
Stato: Attivo
Scadenza: ${italian(addMonths(today, 7))}
Utenti aggiuntivi: 1
`;

/** The staff list of the studio. */
export const ownStaff = [
  'Cognome;Nome;Reparto;E-mail;Data assunzione;Data cessazione',
  'Bassi;Maria;Segreteria;m.bassi@studiomarchetti.it;03/09/2017;',
  'Neri;Luca;Contabilità;l.neri@studiomarchetti.it;17/04/2023;',
  'Ferri;Anna;Contabilità;a.ferri@studiomarchetti.it;02/05/2012;',
  'Conti;Paolo;Paghe;p.conti@studiomarchetti.it;02/05/2019;',
  'Riva;Ugo;Paghe;u.riva@studiomarchetti.it;02/05/2020;',
].join('\r\n');

const invoiceLine = (line: number, text: string, quantity: number, cents: number): string => {
  const net = (cents / 100).toFixed(2);
  return `<DettaglioLinee><NumeroLinea>${line}</NumeroLinea><Descrizione>${text}</Descrizione><Quantita>${quantity}.00</Quantita><PrezzoUnitario>${net}</PrezzoUnitario><PrezzoTotale>${net}</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>`;
};

/** The electronic invoice for the purchase of rule E1, as Aruba would charge it by completed months (E2). */
export const ownInvoice = (today: Day, orderNumber: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<p:FatturaElettronica xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2" versione="FPR12">
<FatturaElettronicaHeader><DatiTrasmissione><IdTrasmittente><IdPaese>IT</IdPaese><IdCodice>01879020517</IdCodice></IdTrasmittente><ProgressivoInvio>1</ProgressivoInvio><FormatoTrasmissione>FPR12</FormatoTrasmissione><CodiceDestinatario>0000000</CodiceDestinatario></DatiTrasmissione>
<CedentePrestatore><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>01879020517</IdCodice></IdFiscaleIVA><Anagrafica><Denominazione>Aruba PEC S.p.A.</Denominazione></Anagrafica><RegimeFiscale>RF01</RegimeFiscale></DatiAnagrafici></CedentePrestatore>
<CessionarioCommittente><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>${sampleVatCode('0123456051')}</IdCodice></IdFiscaleIVA><Anagrafica><Denominazione>Studio Marchetti</Denominazione></Anagrafica></DatiAnagrafici></CessionarioCommittente></FatturaElettronicaHeader>
<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD01</TipoDocumento><Divisa>EUR</Divisa><Data>${today}</Data><Numero>VFE/77</Numero></DatiGeneraliDocumento><DatiOrdineAcquisto><IdDocumento>${orderNumber}</IdDocumento></DatiOrdineAcquisto></DatiGenerali>
<DatiBeniServizi>${[
  invoiceLine(1, 'Utenti aggiuntivi', 2, 980),
  invoiceLine(2, 'Fatturazione Elettronica', 1, 1993),
  invoiceLine(3, 'Utenti aggiuntivi', 3, 980),
  invoiceLine(4, 'Modulo Documenti', 1, 1327),
].join(
  '',
)}<DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA><ImponibileImporto>52.80</ImponibileImporto><Imposta>11.62</Imposta></DatiRiepilogo></DatiBeniServizi></FatturaElettronicaBody>
</p:FatturaElettronica>`;
