/** One line a screen, said once: the next step, or its key. [Italian, English] */
export const hintsText = {
  'hint.status': [
    'Ctrl+Invio fa la prima cosa dell’elenco. Ctrl+K cerca tutto e fa tutto.',
    'Ctrl+Enter does the first thing of the list. Ctrl+K finds everything and does everything.',
  ],
  'hint.people': [
    'La barra spaziatrice segna le persone: i pulsanti sopra l’elenco valgono allora per tutte.',
    'The space bar marks people: the buttons above the list are then for all of them.',
  ],
  'hint.services': [
    'Da qualsiasi schermata: Ctrl+K, due lettere di un cliente, Invio, e si apre il suo servizio.',
    'From any screen: Ctrl+K, two letters of a client, Enter, and its service opens.',
  ],
  'hint.cart': [
    'Ogni importo si apre e mostra come si calcola. Ctrl+Invio porta al passo successivo.',
    'Each amount opens and shows how it is calculated. Ctrl+Enter goes to the next step.',
  ],
  'hint.renewals': [
    'Trascina la data comune, o spostala con le frecce: il costo si vede subito. Ctrl+Invio prepara la sessione.',
    'Drag the common date, or move it with the arrows: the cost shows at once. Ctrl+Enter prepares the session.',
  ],
  'hint.label': ['Suggerimento', 'Hint'],
  'hint.done': ['Ho capito', 'Got it'],
  'hint.settings': ['Suggerimenti', 'Hints'],
  'hint.settings-text': [
    'Una riga la prima volta che si apre una schermata, poi mai più.',
    'One line when a screen is opened for the first time, then never again.',
  ],
  'hint.again': ['Mostra di nuovo i suggerimenti', 'Show the hints again'],
  'hint.again-done': [
    'I suggerimenti tornano, uno per schermata.',
    'The hints come back, one for each screen.',
  ],
} as const;
