/** Filters and groups by account, payer, access way and caretaker. [Italian, English] */
export const arrangementText = {
  'arrangement.every': ['tutti', 'all'],
  'arrangement.said': ['{field}: {value}', '{field}: {value}'],
  'arrangement.pays-firm': ['paga lo studio', 'the studio pays'],
  'arrangement.pays-client': ['paga il cliente', 'the client pays'],
  'arrangement.find': ['Cerca tra {count}', 'Search {count}'],
  'arrangement.more': [
    'e {count, plural, one {un altro: scrivi per trovarlo} other {altri #: scrivi per trovarli}}',
    'and {count, plural, one {one more: type to find it} other {# more: type to find them}}',
  ],
  'arrangement.none-found': ['Niente con «{query}».', 'Nothing with “{query}”.'],
  'arrangement.on': ['Filtri attivi', 'Filters that are on'],
  'arrangement.search-on': ['Ricerca: {query}', 'Search: {query}'],
  'arrangement.remove': ['Togli il filtro {filter}', 'Remove the filter {filter}'],
  'arrangement.clear': ['Togli tutti i filtri', 'Clear all filters'],
  'arrangement.shown': [
    '{count} di {all, plural, one {# servizio} other {# servizi}}',
    '{count} of {all, plural, one {# service} other {# services}}',
  ],
  'arrangement.nothing': ['Nessun servizio corrisponde a {filters}.', 'No service matches {filters}.'],
  'arrangement.how-to-clear': [
    'Togli un filtro con la × qui sopra, oppure tutti insieme.',
    'Remove one filter with its × above, or all of them at once.',
  ],
} as const;
