import { addDays, parseDay, type Day } from '../../core/kernel/day.ts';
import type { PersonId } from '../../core/kernel/id.ts';
import type { Person } from '../../core/people/person.ts';

type Row = readonly [
  familyName: string,
  givenName: string,
  department: string,
  mailbox: string,
  start: string,
];

/**
 * The invented staff of the sample firm. It is similar to the sample staff list, so that importing that list
 * shows new, changed and equal people.
 */
const rows: readonly Row[] = [
  ['Ferri', 'Anna', 'Contabilità', 'a.ferri', '2012-05-02'],
  ['De Luca', 'Marco', 'Contabilità', 'm.deluca', '2016-09-12'],
  ['Greco', 'Paolo', 'Contabilità', 'p.greco', '2014-03-03'],
  ['Riva', 'Francesca', 'Contabilità', 'f.riva', '2017-09-03'],
  ['Lo Presti', 'Paolo', 'Contabilità', 'p.lopresti', '2023-04-17'],
  ['Sanna', 'Marco', 'Consulenza', 'm.sanna', '2018-04-03'],
  ['Esposito', 'Giulia', 'Contabilità', 'g.esposito', '2018-10-27'],
  ['Fontana', 'Paolo', 'Revisione', 'p.fontana', '2025-10-02'],
  ["Dall'Oglio", 'Lorenzo', 'Paghe', 'l.dalloglio', '2006-09-02'],
  ['Rizzi', 'Elena', 'Paghe', 'e.rizzi', '2018-02-18'],
  ['Rizzi', 'Lorenzo', 'Paghe', 'l.rizzi', '2022-10-04'],
  ['Caruso', 'Lorenzo', 'Segreteria', 'l.caruso', '2011-09-04'],
  ['Sanna', 'Giosuè', 'Contabilità', 'g.sanna', '2023-04-20'],
  ['Marchetti', 'Valentina', 'Consulenza', 'v.marchetti', '2022-06-25'],
  ['Conti', 'Giuseppe', 'Segreteria', 'g.conti', '2019-04-10'],
  ['De Santis', 'Luca', 'Contabilità', 'l.desantis', '2012-05-19'],
  ['Müller', 'Andrea', 'Consulenza', 'a.muller', '2015-10-10'],
  ['Greco', 'Giulia', 'Consulenza', 'g.greco', '2021-06-06'],
  ['Müller', 'Elena', 'Contabilità', 'e.muller', '2018-02-22'],
  ['Esposito', 'Tommaso', 'Segreteria', 't.esposito', '2023-12-11'],
  ['Bruno', 'Alessandro', 'Revisione', 'a.bruno', '2020-08-26'],
  ['De Luca', 'Giulia', 'Revisione', 'g.deluca', '2014-08-22'],
  ['De Santis', 'Matteo', 'Segreteria', 'm.desantis', '2017-08-01'],
  ['Longo', 'Sara', 'Paghe', 's.longo', '2014-04-24'],
  ["Dall'Oglio", 'Niccolò', 'Contabilità', 'n.dalloglio', '2020-08-06'],
  ['Esposito', 'Niccolò', 'Paghe', 'n.esposito', '2013-07-27'],
  ['Gallo', 'Federica', 'Segreteria', 'f.gallo', '2018-07-22'],
  ['Riva', 'Davide', 'Paghe', 'd.riva', '2007-04-05'],
  ['Fontana', 'Desirée', 'Consulenza', 'd.fontana', '2005-10-27'],
  ['Gallo', 'Luca', 'Paghe', 'l.gallo', '2014-07-05'],
  ["Dall'Oglio", 'Federica', 'Consulenza', 'f.dalloglio', '2017-02-13'],
  ['Caruso', 'Valentina', 'Contabilità', 'v.caruso', '2017-02-07'],
  ['Cavallè', 'Sara', 'Contabilità', 's.cavalle', '2010-10-11'],
  ['Greco', 'Marco', 'Revisione', 'm.greco', '2005-09-05'],
];

const leftDaysAgo: Readonly<Record<string, number>> = { 'p.greco': 24 };

/** The 34 people of the sample firm. One of them has left and still holds a seat. */
export const samplePeople = (today: Day): readonly Person[] =>
  rows.map(([familyName, givenName, department, mailbox, start]): Person => {
    const ago = leftDaysAgo[mailbox];
    return {
      id: `p-${mailbox.replace('.', '-')}` as PersonId,
      givenName,
      familyName,
      email: `${mailbox}@studiobianchi.example`,
      department,
      start: parseDay(start) ?? null,
      end: ago === undefined ? null : addDays(today, -ago),
    };
  });
