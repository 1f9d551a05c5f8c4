/**
 * The seat history: who had which seat and when, and the people who left and still hold
 * one. [Italian, English]
 */
export const historyText = {
  'history.lead': [
    '{count, plural, one {# evento} other {# eventi}}: chi ha avuto quale utente, quando, e chi lo ha deciso',
    '{count, plural, one {# event} other {# events}}: who had which user, when, and who decided it',
  ],
  'history.events': ['Eventi', 'Events'],
  'history.search': ['Cerca persona, servizio o utente', 'Search person, service or user'],
  'history.event': ['Evento', 'Event'],
  'history.event-all': ['Tutti gli eventi', 'All events'],
  'history.col-when': ['Quando', 'When'],
  'history.col-person': ['Persona', 'Person'],
  'history.col-service': ['Servizio', 'Service'],
  'history.col-by': ['Deciso da', 'Decided by'],
  'history.by-itself': ['Attivazione o risposta di Aruba', 'Activation or answer of Aruba'],
  'history.assigned': ['Assegnato', 'Assigned'],
  'history.freed': ['Liberato', 'Freed'],
  'history.permissions': ['Permessi: {list}', 'Permissions: {list}'],
  'history.username': ['Nome utente cambiato', 'Username changed'],
  'history.permissions-short': ['Permessi', 'Permissions'],
  'history.username-short': ['Nome utente', 'Username'],
  'history.empty-title': ['Nessun evento ancora', 'No event yet'],
  'history.empty-text': [
    'Qui resta traccia di ogni utente assegnato, liberato o modificato, senza che nulla si possa riscrivere.',
    'Every user assigned, freed or changed leaves its trace here, and nothing can be rewritten.',
  ],
  'history.none-found': ['Nessun evento corrisponde alla ricerca.', 'No event matches the search.'],
  'history.export': ['Esporta CSV', 'Export CSV'],
  'history.moved': ['Passato a questa scheda', 'Moved to this record'],
  'history.only': ['Solo gli eventi di {name}', 'Only the events of {name}'],
  'history.everybody': ['Mostra tutti', 'Show all'],
  'leavers.title': ['Usciti con un utente ancora attivo', 'People who left with a user still active'],
  'leavers.text': [
    'Per ciascuno: 1. elimina l’utente nel pannello, 2. l’utente è libero quando Aruba lo conferma, 3. al rinnovo il numero di utenti si può ridurre.',
    'For each: 1. delete the user in the panel, 2. the user is free when Aruba confirms it, 3. at the renewal the number of users can be reduced.',
  ],
  'leavers.none': ['Nessuna persona uscita ha ancora un utente.', 'Nobody who left still has a user.'],
  'leavers.col-left': ['Uscito il', 'Left on'],
  'leavers.col-days': ['Giorni', 'Days'],
  'leavers.col-step': ['A che punto', 'Where it stands'],
  'leavers.step-delete': ['Da eliminare nel pannello', 'To delete in the panel'],
  'leavers.step-sent': [
    'Eliminazione richiesta, in attesa di Aruba',
    'Deletion asked for, waiting for Aruba',
  ],
  'leavers.step-free': ['Non è nel pannello: libera l’utente', 'Not in the panel: free the user'],
  'leavers.export': ['Esporta per la privacy', 'Export for the privacy file'],
  'leaving.title': ['Chi esce e quando', 'Who leaves when'],
  'leaving.aside': [
    '{count, plural, =0 {nessuno} one {una persona} other {# persone}}, {seats, plural, =0 {nessun utente da liberare} one {un utente da liberare} other {# utenti da liberare}}',
    '{count, plural, =0 {nobody} one {one person} other {# people}}, {seats, plural, =0 {no user to free} one {one user to free} other {# users to free}}',
  ],
  'leaving.none': [
    'Di nessuno si conosce un ultimo giorno futuro.',
    'Nobody has a last day that is still to come.',
  ],
  'leaving.month': [
    '{month}: {count, plural, =0 {non esce nessuno} one {esce una persona} other {escono # persone}}',
    '{month}: {count, plural, =0 {nobody leaves} one {one person leaves} other {# people leave}}',
  ],
  'leaving.on': ['Ultimo giorno', 'Last day'],
  'leaving.seats': ['Utenti', 'Users'],
  'leaving.users': [
    '{count, plural, =0 {nessun utente} one {un utente} other {# utenti}}',
    '{count, plural, =0 {no user} one {one user} other {# users}}',
  ],
  'leaving.holds': ['con un utente da liberare', 'with a user to free'],
  'leaving.holds-none': ['senza utenti', 'without users'],
  'leaving.more': [
    '{count, plural, one {e un’altra persona} other {e altre # persone}}',
    '{count, plural, one {and one more person} other {and # more people}}',
  ],
} as const;
