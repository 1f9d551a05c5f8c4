/** What a term means, and who says so. [Italian, English] */
export const termsText = {
  'term.open': ['Che cosa vuol dire: {term}', 'What it means: {term}'],
  'term.aruba': ['Fonte: guida di Aruba, {page}', 'Source: Aruba’s guide, {page}'],
  'term.own': [
    'Scelta di Allinea: Aruba non lo dice. {page}',
    'Allinea’s own choice: Aruba does not say. {page}',
  ],
  'term.extension': ['Estensione servizi attivi', 'Extension of active services'],
  'term.extension-text': [
    'Porta il servizio e tutto ciò che è già attivo alla scadenza dei nuovi utenti, pagando solo i mesi che mancano. Poi si rinnova tutto in un giorno solo.',
    'Brings the service and all that is active on it to the expiry of the new users, and charges only the missing months. Then everything is renewed on one day.',
  ],
  'term.extension-source': [
    '«Aumentare il numero di utenti». Come si arrotondano i mesi lo decide Allinea: vedi Listino e regole.',
    '“Aumentare il numero di utenti”. How months are rounded is Allinea’s choice: see Price list and rules.',
  ],
  'term.user': ['Utente aggiuntivo', 'Additional user'],
  'term.user-text': [
    'Un accesso in più al pannello, oltre a quello del titolare. Si compra per un anno, si dà a una persona e si può passare a un’altra.',
    'One more access to the panel, besides the owner’s. It is bought for a year, given to a person, and can be passed on to another.',
  ],
  'term.user-source': ['«Aumentare il numero di utenti».', '“Aumentare il numero di utenti”.'],
  'term.expiry': ['Scadenza', 'Expiry'],
  'term.expiry-text': [
    'L’ultimo giorno in cui il servizio funziona. Il rinnovo va pagato e registrato almeno 15 giorni prima.',
    'The last day on which the service works. A renewal must be paid and registered at least 15 days before.',
  ],
  'term.expiry-source': ['«Modalità di rinnovo».', '“Modalità di rinnovo”.'],
  'term.window': ['Giorni in cui si può ordinare', 'Days on which to order'],
  'term.window-text': [
    'Dall’avviso, tre mesi prima della scadenza, all’ultimo giorno in cui il pagamento viene ancora registrato in tempo. Con il bonifico finisce prima che con la carta.',
    'From the notice, three months before the expiry, to the last day on which the payment is still registered in time. It ends earlier with a transfer than with a card.',
  ],
  'term.window-source': [
    '«Modalità di rinnovo» e «Pagamenti e fatturazione». L’inizio si può cambiare qui sopra, in Anticipo.',
    '“Modalità di rinnovo” and “Pagamenti e fatturazione”. Its beginning can be changed above, in Notice.',
  ],
  'term.grace': ['Finestra di riattivazione', 'Time for reactivating'],
  'term.grace-text': [
    'I 90 giorni dopo la scadenza. Il servizio si legge soltanto e si può riattivare; dopo, i dati vengono cancellati.',
    'The 90 days after the expiry. The service can only be read, and can be reactivated; afterwards its data are deleted.',
  ],
  'term.grace-source': ['«Modalità di rinnovo».', '“Modalità di rinnovo”.'],
  'term.session': ['Sessione di rinnovi', 'Renewal session'],
  'term.session-text': [
    'Un giorno lavorativo in cui si ordinano insieme i rinnovi di più servizi. Allinea trova il minor numero possibile di giorni.',
    'A working day on which the renewals of several services are ordered together. Allinea finds the fewest possible days.',
  ],
  'term.session-source': [
    'I giorni vengono dalle scadenze e dai tempi di pagamento di Aruba.',
    'The days follow from the expiries and from Aruba’s payment times.',
  ],
  'term.common': ['Data comune', 'Common date'],
  'term.common-text': [
    'Il giorno a cui si porterebbero tutti i servizi, per rinnovarli poi insieme. Si trascina sulla linea del tempo, e il costo si vede subito.',
    'The day to which all services would be brought, to be renewed together from then on. Drag it on the timeline: its cost shows at once.',
  ],
  'term.common-source': [
    'È una simulazione: niente viene ordinato.',
    'It is a simulation: nothing is ordered.',
  ],
} as const;
