/** Why a quote would have other figures today, and why an action on it is not possible. [Italian, English] */
export const driftText = {
  'drift.price-list': [
    'Il listino è cambiato da quando il preventivo è stato preparato.',
    'The price list has changed since the quote was prepared.',
  ],
  'drift.rule': [
    'La regola dei mesi è cambiata: {before} → {after}.',
    'The month rule has changed: {before} → {after}.',
  ],
  'drift.policy': [
    'È cambiata la scelta per gli utenti senza estensione.',
    'The choice for users without the extension has changed.',
  ],
  'drift.renewed': [
    'Il servizio è stato rinnovato nel frattempo: scade il {after}, non più il {before}.',
    'The service was renewed meanwhile: it expires on {after}, no longer on {before}.',
  ],
  'drift.seats': [
    'Gli utenti attivi sono cambiati: {before} → {after}.',
    'The active users have changed: {before} → {after}.',
  ],
  'drift.modules': ['I moduli attivi sono cambiati.', 'The active modules have changed.'],
  'drift.service': ['Il servizio non è più com’era.', 'The service is not what it was.'],
  'drift.day': [
    'I mesi mancanti sono altri da quando il preventivo è stato preparato.',
    'The missing months are others since the quote was prepared.',
  ],
  'drift.lines': [
    '{changed, plural, =0 {Nessuna riga su {count} ha} one {Una riga su {count} ha} other {# righe su {count} hanno}} un altro prezzo: il totale passa da {before} a {after}. Niente è stato modificato.',
    '{changed, plural, =0 {No line of {count} has} one {One line of {count} has} other {# lines of {count} have}} another price: the total goes from {before} to {after}. Nothing was changed.',
  ],
  'drift.prevented': [
    'Oggi non si potrebbe ordinare: {why} Niente è stato modificato.',
    'It could not be ordered today: {why} Nothing was changed.',
  ],
} as const;
