/** What the firm advances for its clients, and can recharge to them. [Italian, English] */
export const rechargeText = {
  'recharge.title': ['Da riaddebitare', 'To recharge'],
  'recharge.lead': [
    'I rinnovi che lo studio anticipa per i clienti, e può riaddebitare: importi e giorni del piano',
    'The renewals that the studio advances for clients, and can recharge: amounts and days of the plan',
  ],
  'recharge.period': ['Periodo', 'Period'],
  'recharge.whole': [
    'tutto il piano, {count, plural, one {# anno} other {# anni}}',
    'the whole plan, {count, plural, one {# year} other {# years}}',
  ],
  'recharge.in-year': ['pagamenti del {year}', 'payments of {year}'],
  'recharge.rows': ['Righe', 'Rows'],
  'recharge.rows-clients': ['una per cliente', 'one a client'],
  'recharge.rows-renewals': ['una per rinnovo', 'one a renewal'],
  'recharge.bearer-recharge': ['Paga lo studio, da riaddebitare', 'The studio pays, to be recharged'],
  'recharge.bearer-client': ['Paga il cliente', 'The client pays'],
  'recharge.bearer-unclear': ['Da chiarire', 'To be clarified'],
  'recharge.bearer-own': ['Servizi dello studio', 'The studio’s own services'],
  'recharge.note-recharge': ['lo studio li anticipa', 'the studio advances them'],
  'recharge.note-client': ['niente da riaddebitare', 'nothing to recharge'],
  'recharge.note-unclear': [
    'nessuno ha detto chi paga: si dice nei dati del servizio',
    'nobody has said who pays: say it in the data of the service',
  ],
  'recharge.note-own': [
    'hanno la partita IVA dello studio: niente da riaddebitare',
    'they have the studio’s VAT number: nothing to recharge',
  ],
  'recharge.clients': [
    '{count, plural, one {# cliente} other {# clienti}}',
    '{count, plural, one {# client} other {# clients}}',
  ],
  'recharge.none': [
    'In questo periodo nessun rinnovo risulta pagato dallo studio.',
    'In this period no renewal is said to be paid by the studio.',
  ],
  'recharge.empty': ['In questo periodo il piano non paga nulla.', 'In this period the plan pays nothing.'],
  'recharge.missed': [
    '{count, plural, one {# rinnovo è fuori tempo: non è} other {# rinnovi sono fuori tempo: non sono}} nel piano, e quindi nemmeno qui.',
    '{count, plural, one {# renewal is too late: it is} other {# renewals are too late: they are}} not in the plan, so not here either.',
  ],
  'recharge.table': ['Importi per cliente', 'Amounts by client'],
  'recharge.col-bearer': ['Chi paga', 'Who pays'],
  'recharge.col-client': ['Cliente', 'Client'],
  'recharge.col-renewals': ['Rinnovi', 'Renewals'],
  'recharge.col-on': ['Giorno di pagamento', 'Day of payment'],
  'recharge.col-vat': ['IVA', 'VAT'],
  'recharge.renewal': [
    '{kind}, dal {expiry} al {target}, si paga il {on}',
    '{kind}, from {expiry} to {target}, paid on {on}',
  ],
  'recharge.total': ['Totale del periodo', 'Total of the period'],
  'recharge.adds-up': [
    'Somma: {parts} = {total}, come le uscite del piano.',
    'Sum: {parts} = {total}, like the plan’s money out.',
  ],
} as const;
