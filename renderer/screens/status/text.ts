/** The service status, which is the home screen. [Italian, English] */
export const statusText = {
  'status.fix-panel': [
    '{holder}: {count, plural, one {# utente} other {# utenti}} del pannello da allineare',
    '{holder}: {count, plural, one {# panel user} other {# panel users}} to align',
  ],
  'status.align': ['Allinea', 'Align'],
  'status.fix-grace': [
    '{holder}: scaduto, si riattiva fino al {day}',
    '{holder}: expired, can be reactivated until {day}',
  ],
  'status.fix-renew': ['{holder}: da rinnovare, scade il {day}', '{holder}: to renew, expires on {day}'],
  'status.fix-automatic': [
    '{holder}: rinnovo automatico, verifica se Aruba ha rinnovato',
    '{holder}: automatic renewal, check whether Aruba has renewed',
  ],
  'status.fix-automatic-late': [
    '{holder}: scaduto il {day}, verifica se Aruba ha rinnovato',
    '{holder}: expired on {day}, check whether Aruba has renewed',
  ],
  'status.fix-deleted': [
    '{holder}: cancellato dopo il {day}, serve un nuovo acquisto',
    '{holder}: deleted after {day}, a new purchase is needed',
  ],
  'status.fix-items': [
    '{holder}: {items} solo fino al {day}, il servizio continua',
    '{holder}: {items} only until {day}, the service goes on',
  ],
  'status.fix-debit': [
    '{holder}: addebito automatico non riuscito, ordine {number} da pagare',
    '{holder}: the automatic debit failed, order {number} to pay',
  ],
  'status.title': ['Stato servizio', 'Service status'],
  'status.lead': [
    '{count, plural, one {# servizio seguito} other {# servizi seguiti}}, {users, plural, one {# utente aggiuntivo} other {# utenti aggiuntivi}}',
    '{count, plural, one {# service followed} other {# services followed}}, {users, plural, one {# additional user} other {# additional users}}',
  ],
  'status.import': ['Importa', 'Import'],
  'status.to-pay': ['Ordini da pagare', 'Orders to pay'],
  'status.see-all': ['Vedi tutti i {count} servizi', 'See all {count} services'],
  'status.todo': ['Prossimi adempimenti', 'Coming deadlines'],
  'status.todo-none': ['Nessuna scadenza nei prossimi 180 giorni.', 'No deadline in the next 180 days.'],
  'status.fix': ['Da sistemare', 'To put right'],
  'status.fix-none': ['Niente da sistemare.', 'Nothing to put right.'],
  'status.fix-leavers': [
    '{holder}: {count, plural, one {# utente assegnato a chi è uscito} other {# utenti assegnati a chi è uscito}}',
    '{holder}: {count, plural, one {# user held by someone who left} other {# users held by people who left}}',
  ],
  'status.fix-purchase': ['{holder}: acquisto aperto, {step}', '{holder}: open purchase, {step}'],
  'status.fix-approve': [
    '{holder}: acquisto da approvare, {amount}',
    '{holder}: purchase to approve, {amount}',
  ],
  'status.fix-not-approved': [
    '{holder}: acquisto di {amount}, aspetta l’approvazione',
    '{holder}: purchase of {amount}, waits for approval',
  ],
  'status.look-at': ['Vai all’acquisto', 'Go to the purchase'],
  'status.fix-failed': [
    '{holder}: attivazione non riuscita, ordine {number}: scrivi ad Aruba prima di acquistare di nuovo',
    '{holder}: the activation failed, order {number}: write to Aruba before buying again',
  ],
  'status.fix-unclear': [
    '{holder}: non si sa se l’ordine sia partito (dal {day})',
    '{holder}: nobody knows whether the order went through (since {day})',
  ],
  'status.fix-unclear-again': [
    '{holder}: ancora da verificare se l’ordine è partito, dal {day}. Ora si dovrebbe sapere.',
    '{holder}: still to verify whether the order went through, since {day}. It should be known by now.',
  ],
  'status.fix-free': [
    '{holder}: {count, plural, one {# utente acquistato e non assegnato} other {# utenti acquistati e non assegnati}}',
    '{holder}: {count, plural, one {# user bought and not assigned} other {# users bought and not assigned}}',
  ],
  'status.fix-forgotten': ['Dimenticato da Aruba: {what}.', 'Forgotten by Aruba: {what}.'],
  'status.fix-unknown': [
    'Ordine per {holder}: esito non ancora noto',
    'Order for {holder}: outcome not known yet',
  ],
  'status.fix-refused': ['Ordine per {holder}: rifiutato da Aruba', 'Order for {holder}: refused by Aruba'],
  'status.fix-verify': [
    '{holder}: da verificare, due fonti dicono cose diverse ({fields})',
    '{holder}: to be verified, two sources disagree ({fields})',
  ],
  'status.verify': ['Verifica', 'Verify'],
  'status.fix-recheck': [
    '{holder}: da ricontrollare, letto oltre 90 giorni fa ({fields})',
    '{holder}: to be checked again, read over 90 days ago ({fields})',
  ],
  'status.recheck': ['Ricontrolla', 'Check again'],
  'status.free': ['Libera', 'Free'],
  'status.assign': ['Assegna', 'Assign'],
  'status.details': ['Dettagli', 'Details'],
  'status.empty-title': ['Nessun servizio ancora', 'No service yet'],
  'status.empty-text': [
    'Accedi con l’account Aruba dello studio per leggere i servizi, oppure acquistane uno per un cliente.',
    'Sign in with the firm’s Aruba account to read its services, or buy one for a client.',
  ],
  'status.empty-own': [
    'Importa i servizi che segui da un foglio o da un testo copiato da Aruba, oppure scrivili a mano.',
    'Import the services that you look after from a sheet or from a text copied from Aruba, or type them.',
  ],
  'deadline.transfer': ['Ultimo giorno per pagare con bonifico', 'Last day to pay by bank transfer'],
  'deadline.card': ['Ultimo giorno utile, solo carta o PayPal', 'Last safe day, card or PayPal only'],
  'deadline.notice': ['Avviso di scadenza, tre mesi prima', 'Expiry notice, three months before'],
  'deadline.debit': ['Addebito del rinnovo automatico', 'Automatic renewal debit'],
  'deadline.expiry': ['Scadenza del servizio', 'The service expires'],
  'deadline.deletion': ['Fine dei 90 giorni: cancellazione dei dati', 'End of the 90 days: data deleted'],
  'deadline.items': ['Ultimo giorno: {items}', 'Last day: {items}'],
} as const;
