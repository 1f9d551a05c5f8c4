/** The detail of a person: the firm's note and the last events. [Italian, English] */
export const personText = {
  'note.label': ['Note dello studio', 'Notes of the firm'],
  'note.hint': [
    'Si salva uscendo dal campo o con Ctrl+Invio. {left, plural, one {Resta un carattere} other {Restano # caratteri}}.',
    'Saved when you leave the field or press Ctrl+Enter. {left, plural, one {One character} other {# characters}} left.',
  ],
  'note.saved': ['Nota di {name} salvata.', 'Note on {name} saved.'],
  'note.removed': ['Nota di {name} tolta.', 'Note on {name} removed.'],
  'note.data': ['Note dello studio', 'Notes of the firm'],
  'recent.title': ['Ultimi eventi', 'Last events'],
  'recent.none': ['Nessun evento ancora.', 'No event yet.'],
  'recent.all': [
    '{count, plural, one {Apri nello storico} other {Tutti i # eventi nello storico}}',
    '{count, plural, one {Open in the history} other {All # events in the history}}',
  ],
  'history.moved': ['Passato a questa scheda', 'Moved to this record'],
  'history.only': ['Solo gli eventi di {name}', 'Only the events of {name}'],
  'history.everybody': ['Mostra tutti', 'Show all'],
} as const;
