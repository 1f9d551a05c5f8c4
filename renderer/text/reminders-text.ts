/** The reminders, and the calendar file that Allinea keeps up to date. [Italian, English] */
export const remindersText = {
  'reminder.who': [
    '{count, plural, =1 {{name}} other {# servizi}}',
    '{count, plural, =1 {{name}} other {# services}}',
  ],
  'reminder.who-pays': [
    '{count, plural, =1 {Ordine da pagare: {name}} other {# ordini da pagare}}',
    '{count, plural, =1 {Order to be paid: {name}} other {# orders to be paid}}',
  ],
  'reminder.who-several': ['{count} scadenze vicine', '{count} deadlines ahead'],
  'reminder.transfer': [
    'Ultimo giorno per pagare il rinnovo con bonifico: {day}, {within}.',
    'Last day to pay the renewal by bank transfer: {day}, {within}.',
  ],
  'reminder.card': [
    'Ultimo giorno utile per pagare il rinnovo con carta o PayPal: {day}, {within}.',
    'Last safe day to pay the renewal by card or PayPal: {day}, {within}.',
  ],
  'reminder.debit': [
    'Addebito del rinnovo automatico: {day}, {within}.',
    'Automatic renewal debit: {day}, {within}.',
  ],
  'reminder.expiry': ['Scadenza del servizio: {day}, {within}.', 'The service expires: {day}, {within}.'],
  'reminder.deletion': [
    'Ultimo giorno per riattivare, poi i dati vengono cancellati: {day}, {within}.',
    'Last day to reactivate, then the data is deleted: {day}, {within}.',
  ],
  'reminder.items': [
    'Utenti, moduli o spazio che finiscono prima del servizio: {day}, {within}.',
    'Users, modules or space that end before the service: {day}, {within}.',
  ],
  'reminder.unpaid': [
    '{count, plural, =1 {Confermato} other {Il più vecchio è stato confermato}} {day}, {ago, plural, one {# giorno fa} other {# giorni fa}}: il pagamento non è ancora registrato.',
    '{count, plural, =1 {Confirmed on} other {The oldest was confirmed on}} {day}, {ago, plural, one {# day ago} other {# days ago}}: the payment is not registered yet.',
  ],
  'reminder.several': [
    'La prima è {day}, {within}. Le altre sono in Allinea, schermata Rinnovi.',
    'The first is {day}, {within}. The others are in Allinea, under Renewals.',
  ],
  'reminder.names': [
    '{names}{more, plural, =0 {} one { e un altro} other { e altri #}}.',
    '{names}{more, plural, =0 {} one { and one more} other { and # more}}.',
  ],
  'reminder.then': ['Poi: {list}.', 'Then: {list}.'],
  'reminder.then-day': ['{what} {day}', '{what} {day}'],
  'reminder.then-transfer': ['bonifico', 'bank transfer'],
  'reminder.then-card': ['carta o PayPal', 'card or PayPal'],
  'reminder.then-debit': ['addebito', 'debit'],
  'reminder.then-expiry': ['scadenza', 'expiry'],
  'reminder.then-deletion': ['cancellazione dei dati', 'data deleted'],
  'reminder.then-items': ['fine di utenti, moduli o spazio', 'users, modules or space end'],
  'reminder.then-unpaid': ['ordine da pagare', 'order to be paid'],
  'reminder.open': ['Apri', 'Open'],
  'reminder.read': ['Ho letto', 'Mark as read'],
  'reminders.title': ['Promemoria', 'Reminders'],
  'reminders.text': [
    'Avvisi del computer per le scadenze e per gli ordini non pagati. Ognuno arriva una volta sola, e non arriva se il rinnovo è già pagato.',
    'Notifications of the computer for deadlines and unpaid orders. Each comes once, and does not come where the renewal is paid already.',
  ],
  'reminders.sample': [
    'Nello studio di esempio non parte nessun avviso: le scelte si possono provare, senza effetto.',
    'In the sample studio nothing is notified: the choices can be tried, without effect.',
  ],
  'reminders.on': ['Mostra i promemoria', 'Show reminders'],
  'reminders.days-before': ['Giorni prima di una scadenza', 'Days before a deadline'],
  'reminders.days-before-hint': [
    'Separati da virgole; 0 è il giorno stesso, vuoto nessun avviso.',
    'Separated by commas; 0 is the day itself, empty means none.',
  ],
  'reminders.days-unpaid': ['Giorni dopo un ordine non pagato', 'Days after an unpaid order'],
  'reminders.days-unpaid-hint': [
    'Separati da virgole; vuoto nessun avviso.',
    'Separated by commas; empty means none.',
  ],
  'reminders.bad-days': [
    'Servono numeri da {least} a 365 separati da virgole, al massimo 10: per esempio {example}.',
    'Numbers from {least} to 365 separated by commas, 10 at most: for example {example}.',
  ],
  'reminders.quiet': ['Ore di silenzio', 'Quiet hours'],
  'reminders.quiet-from': ['Dalle', 'From'],
  'reminders.quiet-to': ['Alle', 'To'],
  'reminders.bad-time': [
    'Serve un’ora da 0:00 a 23:59, per esempio {example}.',
    'A time from 0:00 to 23:59, for example {example}.',
  ],
  'reminders.same-time': [
    'Inizio e fine coincidono: per non avere silenzio spegni l’interruttore.',
    'Beginning and end are the same: for no quiet hours turn the switch off.',
  ],
  'reminders.weekends': ['Anche di sabato e domenica', 'On Saturdays and Sundays too'],
  'reminders.weekends-hint': [
    'Senza, quello che cade nel fine settimana arriva il venerdì.',
    'Without it, what falls on a weekend comes on the Friday.',
  ],
  'reminders.saved': ['Promemoria aggiornati.', 'Reminders updated.'],
  'feed.title': ['Calendario sempre aggiornato', 'Calendar that stays up to date'],
  'feed.text': [
    'Scegli una volta dove salvare il file: da lì in poi Allinea lo riscrive da sola quando cambia una scadenza. Il programma di calendario che lo legge aggiorna gli eventi, senza doppioni.',
    'Choose once where the file goes: from then on Allinea writes it anew whenever a deadline changes. The calendar program that reads it updates its events, without duplicates.',
  ],
  'feed.sample': [
    'Nello studio di esempio non si scrive nessun calendario: le sue scadenze sono inventate.',
    'In the sample studio no calendar is written: its deadlines are made up.',
  ],
  'feed.choose': ['Tieni aggiornato…', 'Keep up to date…'],
  'feed.choose-other': ['Scegli un altro file…', 'Choose another file…'],
  'feed.stop': ['Smetti di aggiornare', 'Stop updating'],
  'feed.written': ['Aggiornato il {day} alle {time}.', 'Updated on {day} at {time}.'],
  'feed.chosen': [
    'Calendario salvato in {path}: d’ora in poi si aggiorna da solo.',
    'Calendar saved in {path}: from now on it keeps up to date by itself.',
  ],
  'feed.stopped': [
    'Il calendario non viene più aggiornato. Il file resta dov’è.',
    'The calendar is no longer updated. The file stays where it is.',
  ],
  'feed.problem-title': ['Il calendario non è aggiornato.', 'The calendar is not up to date.'],
  'feed.problem': [
    'Il file {path} non si può scrivere: la cartella non c’è più o è di sola lettura. Niente è perso: Allinea riprova da sola.',
    'The file {path} cannot be written: the folder is gone or read-only. Nothing is lost: Allinea tries again by itself.',
  ],
} as const;
