// A typical payroll export: Windows-1252, semicolons, a title above the header, and rows that are not people.
// The people are invented and belong to the sample firm.
import { addDays, type Day } from '../../core/kernel/day.ts';

/** The number of rows of each kind that the preview must show. */
export const staffListCounts = { added: 3, changed: 2, rejected: 5 } as const;

const italian = (day: Day): string => day.split('-').reverse().join('/');

/** The bytes of the file. Two people have changes: one moved to another department, one leaves in a month. */
export function staffList(today: Day): Buffer {
  const rows = [
    'Riva;Francesca;Contabilità;f.riva@studiobianchi.example;03/09/2017;',
    'Lo Presti;Paolo;Contabilità;p.lopresti@studiobianchi.example;17/04/2023;',
    `Esposito;Giulia;Contabilità;g.esposito@studiobianchi.example;27/10/2018;${italian(addDays(today, 30))}`,
    'Gallo;Luca;Contabilità;l.gallo@studiobianchi.example;05/07/2014;',
    'Sanna;Giosuè;Contabilità;g.sanna@studiobianchi.example;20/04/2023;',
    'Fontana;Desirée;Consulenza;d.fontana@studiobianchi.example;27/10/2005;',
    'Rizzi;Lorenzo;Paghe;non disponibile;04/10/2022;',
    'Conti;Giuseppe;Segreteria;g.conti@studiobianchi.example;10/04/2019;31/02/2026',
    ';;;;;',
    'Moretti;Alessandro;Contabilità;a.moretti@studiobianchi.example;16/01/2024;',
    'Lo Presti;Federica;Revisione;f.lopresti@studiobianchi.example;11/03/2024;',
    'Ferrari;Giosuè;Contabilità;g.ferrari@studiobianchi.example;15/11/2024;',
    'Riva;Francesca;Contabilità;f.riva@studiobianchi.example;03/09/2017;',
    'Totale dipendenti: 13;;;;;',
  ];
  const head = [
    `Elenco dipendenti al ${italian(today)}`,
    '',
    'Cognome;Nome;Reparto;E-mail;Data assunzione;Data cessazione',
  ];
  // All its characters are the same in Latin-1 and in Windows-1252.
  return Buffer.from([...head, ...rows, ''].join('\r\n'), 'latin1');
}
