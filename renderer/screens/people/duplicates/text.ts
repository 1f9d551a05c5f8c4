/** The question whether two rows are one person. [Italian, English] */
export const duplicatesText = {
  'duplicates.banner': [
    '{count, plural, one {Una persona potrebbe essere in elenco due volte.} other {# persone potrebbero essere in elenco due volte.}}',
    '{count, plural, one {One person may be in the list twice.} other {# people may be in the list twice.}}',
  ],
  'duplicates.look': ['Controlla doppioni', 'Check duplicates'],
  'duplicates.title': ['È la stessa persona?', 'Is this the same person?'],
  'duplicates.place': ['{index} di {count}', '{index} of {count}'],
  'duplicates.same-email': ['La casella di posta è la stessa.', 'The mailbox is the same.'],
  'duplicates.same-name': ['Nome e cognome sono uguali.', 'Given and family name are the same.'],
  'duplicates.swapped-name': [
    'Le stesse parole, con nome e cognome scambiati.',
    'The same words, with given and family name swapped.',
  ],
  'duplicates.shorter-name': [
    'Il nome dell’una è l’abbreviazione dell’altra.',
    'The name of one is the short form of the other.',
  ],
  'duplicates.similar-name': [
    'I nomi differiscono per un solo carattere.',
    'The names differ by a single character.',
  ],
  'duplicates.table': ['Le due schede a confronto', 'The two records side by side'],
  'duplicates.field': ['Campo', 'Field'],
  'duplicates.stays': ['Quale valore resta', 'Which value stays'],
  'duplicates.holds': ['Utenti sui servizi', 'Users on services'],
  'duplicates.needs': ['In attesa su', 'Waiting on'],
  'duplicates.note': ['Nota', 'Note'],
  'duplicates.nothing': ['nessuno', 'none'],
  'duplicates.all-follow': [
    'Utenti, richieste, note e storico di entrambe le schede restano alla persona unita. Se l’elenco del personale ha ancora due righe, correggilo: altrimenti la prossima importazione la aggiunge di nuovo.',
    'Users, requests, notes and history of both records stay with the merged person. If the staff list still has two rows, correct it: the next import would add the other one again.',
  ],
  'duplicates.merge': ['Unisci', 'Merge'],
  'duplicates.apart': ['Sono due persone', 'They are two people'],
  'duplicates.next': ['Salta', 'Skip'],
  'duplicates.merged': ['{name}: le due schede sono una sola.', '{name}: the two records are one.'],
  'duplicates.told-apart': ['{one} e {other} restano due persone.', '{one} and {other} stay two people.'],
  'duplicates.none': ['Non ci sono altri doppioni da controllare.', 'There are no more duplicates to check.'],
} as const;
