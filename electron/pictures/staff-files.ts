const head = 'Cognome;Nome;Reparto;E-mail;Data assunzione;Data cessazione';
const others = [
  'Bassi;Maria;Segreteria;m.bassi@studiomarchetti.it;03/09/2017;',
  'Neri;Luca;Contabilità;l.neri@studiomarchetti.it;17/04/2023;',
  'Conti;Paolo;Paghe;p.conti@studiomarchetti.it;02/05/2019;',
  'Riva;Ugo;Paghe;u.riva@studiomarchetti.it;02/05/2020;',
  'Galli;Sara;Segreteria;s.galli@studiomarchetti.it;11/01/2021;',
];

/** The staff list of the studio: six people, and a row without an address. */
export const staffBefore = [
  head,
  'Ferri;Anna;Contabilità;a.ferri@studiomarchetti.it;02/05/2012;',
  ...others,
  'Sala;Elisa;Paghe;;02/11/2026;',
].join('\r\n');

/** The next list: one of them has left. */
export const staffNow = [
  head,
  'Ferri;Anna;Contabilità;a.ferri@studiomarchetti.it;02/05/2012;31/10/2026',
  ...others,
].join('\r\n');
