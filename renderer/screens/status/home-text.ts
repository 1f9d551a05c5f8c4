/** The tasks and pictures of the home screen. [Italian, English] */
export const homeText = {
  'home.lead': [
    '{count, plural, =0 {Niente da fare: è tutto in ordine} one {Una cosa da fare} other {# cose da fare}}',
    '{count, plural, =0 {Nothing to do: everything is in order} one {One thing to do} other {# things to do}}',
  ],
  'home.lead-due': [
    '{count, plural, one {Una cosa da fare, entro {day}} other {# cose da fare, la prima entro {day}}}',
    '{count, plural, one {One thing to do, by {day}} other {# things to do, the first by {day}}}',
  ],
  'home.by-urgency': ['in ordine di urgenza', 'in order of urgency'],
  'home.more': [
    '{count, plural, one {Mostra anche l’ultima} other {Mostra anche le altre #}}',
    '{count, plural, one {Show the last one too} other {Show the other # too}}',
  ],
  'home.due': [
    'entro {day}{days, plural, =0 {, oggi} one {, domani} other {, fra # giorni}}',
    'by {day}{days, plural, =0 {, today} one {, tomorrow} other {, in # days}}',
  ],
  'home.overdue': [
    'era entro {day}, {days, plural, one {ieri} other {# giorni fa}}',
    'was due by {day}, {days, plural, one {yesterday} other {# days ago}}',
  ],
  'home.pay': [
    '{holder}: da pagare {amount} con {method}, ordine {number}',
    '{holder}: {amount} to pay by {method}, order {number}',
  ],
  'home.not-registered': [
    '{holder}: pagato il {on}, Aruba doveva registrarlo entro il {expected}, ordine {number}',
    '{holder}: paid on {on}, Aruba had to register it by {expected}, order {number}',
  ],
  'home.assign': [
    '{holder}: {count, plural, one {una persona aspetta e c’è un utente libero} other {# persone aspettano e ci sono gli utenti liberi}}',
    '{holder}: {count, plural, one {one person is waiting and a user is free} other {# people are waiting and users are free}}',
  ],
  'home.buy': [
    '{holder}: {count, plural, one {una persona aspetta, manca un utente} other {# persone aspettano, mancano # utenti}}',
    '{holder}: {count, plural, one {one person is waiting, one user is missing} other {# people are waiting, # users are missing}}',
  ],
  'home.buy-button': ['Metti nel carrello', 'Put into the cart'],
  'home.leaving': [
    '{name}: esce {day} e ha un utente in {count, plural, one {un servizio} other {# servizi}}',
    '{name}: leaves on {day} and has a user on {count, plural, one {one service} other {# services}}',
  ],
  'home.leaving-button': ['Prepara l’uscita', 'Prepare the leaving'],
  'home.next': ['Prossima cosa da fare:', 'Next thing to do:'],
  'home.later': ['Più tardi', 'Later'],
  'home.next-later': ['Più tardi: non proporre altro adesso', 'Later: offer nothing else now'],
  'home.seats': ['Utenti per servizio', 'Users by service'],
  'home.seats-words': [
    '{used} in uso{leaving, plural, =0 {} one {, # di uno uscito} other {, # di usciti}}{free, plural, =0 {} one {, # libero} other {, # liberi}}{waiting, plural, =0 {} one {, # aspetta} other {, # aspettano}}',
    '{used} in use{leaving, plural, =0 {} other {, # of leavers}}{free, plural, =0 {} other {, # free}}{waiting, plural, =0 {} other {, # waiting}}',
  ],
  'home.seats-used': ['In uso', 'In use'],
  'home.seats-leaving': ['Di chi è uscito', 'Of leavers'],
  'home.seats-free': ['Liberi', 'Free'],
  'home.seats-waiting': ['Persone che aspettano', 'People waiting'],
  'home.seats-total': ['{part} {count}', '{part} {count}'],
  'home.expiries': ['Scadenze nei prossimi dodici mesi', 'Expiries in the next twelve months'],
  'home.expiries-aside': [
    '{count, plural, one {# servizio} other {# servizi}}, {sessions, plural, one {# sessione} other {# sessioni}}',
    '{count, plural, one {# service} other {# services}}, {sessions, plural, one {# session} other {# sessions}}',
  ],
  'home.month': ['Mese', 'Month'],
  'home.expiries-count': ['Scadenze', 'Expiries'],
  'home.month-of': [
    '{month}: {count, plural, =0 {nessuna scadenza} one {# scadenza} other {# scadenze}}',
    '{month}: {count, plural, =0 {no expiry} one {# expiry} other {# expiries}}',
  ],
  'home.all-renewals': ['Vedi tutti i rinnovi', 'See all renewals'],
  'home.money': ['Spesa prevista', 'Spending ahead'],
  'home.money-aside': ['IVA inclusa', 'VAT included'],
  'home.money-renewals': ['Rinnovi da ordinare', 'Renewals to order'],
  'home.money-automatic': ['Addebiti automatici', 'Automatic debits'],
  'home.money-all': ['Prossimi 12 mesi', 'Next 12 months'],
  'home.routine': [
    '{count, plural, one {# servizio in ordine} other {# servizi in ordine}}',
    '{count, plural, one {# service in order} other {# services in order}}',
  ],
  'home.routine-until': ['nessuna azione fino a {day}', 'nothing to do until {day}'],
  'home.show': ['Mostra', 'Show'],
  'home.hide': ['Nascondi', 'Hide'],
  'picture.table': ['Tabella', 'Table'],
  'picture.copy': ['Copia', 'Copy'],
  'picture.copied': ['Copiato: si può incollare in un foglio.', 'Copied: it can be pasted into a sheet.'],
  'picture.not-copied': ['Il sistema non ha permesso di copiare.', 'The system did not allow copying.'],
} as const;
