/** The calendar file, which is kept up to date from the start, and the plan's refusals. [Italian, English] */
export const calendarText = {
  'calendar.name': ['Scadenze Aruba (Allinea)', 'Aruba deadlines (Allinea)'],
  'calendar.transfer': ['Ultimo giorno per il bonifico: {holder}', 'Last day for the transfer: {holder}'],
  'calendar.transfer-text': [
    'Un bonifico partito oggi viene registrato entro i 15 giorni prima della scadenza di {holder}.',
    'A transfer that leaves today is registered by 15 days before the expiry of {holder}.',
  ],
  'calendar.card': ['Ultimo giorno per carta o PayPal: {holder}', 'Last day for card or PayPal: {holder}'],
  'calendar.card-text': [
    'Mancano 15 giorni alla scadenza di {holder}.',
    '15 days to the expiry of {holder}.',
  ],
  'calendar.notice': ['Si può rinnovare: {holder}', 'Can be renewed: {holder}'],
  'calendar.notice-text': [
    'Aruba avvisa oggi della scadenza di {holder}, fra tre mesi.',
    'Today Aruba gives notice of the expiry of {holder}, in three months.',
  ],
  'calendar.debit': ['Addebito automatico: {holder}', 'Automatic debit: {holder}'],
  'calendar.debit-text': [
    'Il rinnovo automatico di {holder} viene addebitato oggi.',
    'The automatic renewal of {holder} is debited today.',
  ],
  'calendar.expiry': ['Scade: {holder}', 'Expires: {holder}'],
  'calendar.expiry-text': [
    'Ultimo giorno di funzionamento di {holder}.',
    'Last day on which {holder} works.',
  ],
  'calendar.deletion': ['Ultimo giorno per riattivare: {holder}', 'Last day to reactivate: {holder}'],
  'calendar.deletion-text': [
    'Da domani i dati di {holder} vengono cancellati.',
    'From tomorrow the data of {holder} is deleted.',
  ],
  'calendar.items': ['Ultimo giorno per {items}: {holder}', 'Last day of {items}: {holder}'],
  'calendar.items-text': [
    'Da domani {holder} continua senza: {items}.',
    'From tomorrow {holder} goes on without: {items}.',
  ],
  'calendar.session': [
    'Sessione di rinnovi: {count, plural, one {# servizio} other {# servizi}}',
    'Renewal session: {count, plural, one {# service} other {# services}}',
  ],
  'refusal.plan-day-past': ['Il {day} è già passato.', '{day} is over already.'],
  'refusal.too-many-days': [
    'Si possono scegliere al massimo {most} giorni: togline qualcuno.',
    'At most {most} days can be chosen: drop some of them.',
  ],
  'refusal.too-many-scenarios': [
    'Si possono tenere {most} scenari: eliminane uno, oppure salva con un nome che c’è già.',
    'At most {most} scenarios can be kept: remove one, or save under a name that is there.',
  ],
} as const;
