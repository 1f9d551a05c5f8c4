/** The renewals as files. [Italian, English] */
export const exportRenewalsText = {
  'export-renewals.open': ['Esporta…', 'Export…'],
  'export-renewals.title': ['Esporta i rinnovi', 'Export the renewals'],
  'export-renewals.content': ['Che cosa', 'What'],
  'export-renewals.plan': ['Piano dei rinnovi', 'Renewal plan'],
  'export-renewals.plan-note': [
    'i servizi mostrati, con le loro date',
    'the services shown, with their days',
  ],
  'export-renewals.sessions': ['Sessioni di rinnovo', 'Renewal sessions'],
  'export-renewals.sessions-note': ['ogni giorno con i suoi servizi', 'each day with its services'],
  'export-renewals.months': ['Uscite per mese', 'Money by month'],
  'export-renewals.months-note': ['IVA inclusa', 'VAT included'],
  'export-renewals.clients': ['Uscite per cliente e mese', 'Money by client and month'],
  'export-renewals.clients-note': [
    'una colonna per mese, IVA inclusa',
    'a column for each month, VAT included',
  ],
  'export-renewals.rows': [
    '{count, plural, one {# riga} other {# righe}}, {columns} colonne',
    '{count, plural, one {# row} other {# rows}}, {columns} columns',
  ],
  'export-renewals.col-day': ['Giorno', 'Day'],
  'export-renewals.col-how': ['Come', 'How'],
  'export-renewals.col-from': ['Dal', 'From'],
  'export-renewals.col-to': ['Al', 'To'],
  'export-renewals.col-gross': ['Importo, IVA inclusa', 'Amount, VAT included'],
  'export-renewals.by-hand': ['Sessione', 'Session'],
  'export-renewals.automatic': ['Addebito automatico', 'Automatic debit'],
  'export-renewals.missed': ['Fuori tempo', 'Too late'],
} as const;
