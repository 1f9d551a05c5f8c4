/** Why a row of a staff list is no person. [Italian, English] */
export const importRejectText = {
  'reject.empty-row': ['Riga vuota', 'Empty row'],
  'reject.total-row': ['Riga di totale, non una persona', 'A total, not a person'],
  'reject.repeated-header': ['Intestazioni ripetute', 'Headers repeated'],
  'reject.malformed': [
    'Riga non leggibile: virgolette o separatori fuori posto',
    'Unreadable row: quotes or separators out of place',
  ],
  'reject.missing-name': ['Manca il nome', 'The name is missing'],
  'reject.formula': [
    '“{value}” sembra una formula, non un nome',
    '“{value}” looks like a formula, not a name',
  ],
  'reject.missing-email': ['Manca l’indirizzo e-mail', 'The e-mail address is missing'],
  'reject.bad-email': ['“{value}” non è un indirizzo e-mail', '“{value}” is not an e-mail address'],
  'reject.bad-date': ['“{value}” non è una data del calendario', '“{value}” is not a day of the calendar'],
  'reject.end-before-start': ['La data di fine viene prima dell’inizio', 'The end comes before the start'],
  'reject.too-long': [
    'Testo troppo lungo: al massimo {most} caratteri',
    'Text too long: {most} characters at most',
  ],
  'reject.duplicate-email': [
    'E-mail {email} già alla riga {firstRow}',
    'E-mail {email} already on row {firstRow}',
  ],
  'reject.guest': [
    '“{value}” è un ospite di un’altra organizzazione: non serve un utente',
    '“{value}” is a guest of another organisation: no user is needed',
  ],
  'reject.unknown-status': [
    '“{value}” non dice se la persona è in forza: scrivi “attivo” o “cessato”',
    '“{value}” does not say whether the person works here: write “active” or “left”',
  ],
  'reject.missing-status': [
    'Non è detto se la persona è in forza: scrivi “sì” o “no”',
    'It is not said whether the person works here: write “yes” or “no”',
  ],
  'reject.left-title': [
    '“{title}” è il titolo dell’elenco degli usciti: da qui in giù contano solo le righe con il giorno di uscita',
    '“{title}” heads the people who left: from here on only rows with a last day count',
  ],
  'reject.left-section': [
    'Sotto il titolo “{title}” e senza il giorno di uscita: aggiungilo, o sposta la riga sopra il titolo',
    'Below the title “{title}” and without a last day: add it, or move the row above the title',
  ],
  'reject.other-table': [
    'Dalla riga {header} comincia un’altra tabella, con altre intestazioni: importala a parte',
    'Row {header} begins another table, with other headers: import that table apart',
  ],
  'reject.suspended': [
    'Account sospeso o persona uscita: non serve un utente',
    'Suspended account or somebody who left: no user is needed',
  ],
} as const;
