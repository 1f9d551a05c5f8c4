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
