/** Why a list, a row or a part of a pasted text was not taken. [Italian, English] */
export const serviceRejectText = {
  'service-refusal.empty-list': [
    'Non c’è nessuna riga sotto le intestazioni.',
    'There is no row below the headers.',
  ],
  'service-refusal.empty-paste': [
    'Il testo è vuoto: copia la pagina e incolla qui.',
    'The text is empty: copy the page and paste it here.',
  ],
  'service-refusal.too-large-paste': [
    'Il testo è troppo lungo: al massimo un milione di caratteri.',
    'The text is too long: a million characters at most.',
  ],
  'service-refusal.nothing': [
    'Nel testo non ho riconosciuto nessun servizio: né scadenza, né utenti, né partita IVA.',
    'No service was recognised in the text: no expiry, users or VAT number.',
  ],
  'service-reject.bad-vat-code': [
    '«{value}» non è una partita IVA{digits, plural, =11 {} one {: ha # cifra invece di 11} other {: ha # cifre invece di 11}}',
    '“{value}” is no VAT number{digits, plural, =11 {} one {: it has # digit instead of 11} other {: it has # digits instead of 11}}',
  ],
  'service-reject.wrong-check-digit': [
    'la partita IVA {value} ha la cifra di controllo sbagliata: forse {likely}?',
    'the VAT number {value} has a wrong check digit: perhaps {likely}?',
  ],
  'service-reject.bad-tax-code': ['«{value}» non è un codice fiscale', '“{value}” is no tax code'],
  'service-reject.wrong-check-letter': [
    'il codice fiscale {value} ha l’ultima lettera sbagliata: forse {likely}?',
    'the tax code {value} has a wrong last letter: perhaps {likely}?',
  ],
  'service-reject.not-a-day': ['«{value}» non è una data', '“{value}” is no date'],
  'service-reject.no-such-day': ['il {value} non esiste', 'there is no day {value}'],
  'service-reject.day-out-of-range': [
    '«{value}» è fuori dagli anni possibili, dal 2000 al 2100',
    '“{value}” is outside the possible years, 2000 to 2100',
  ],
  'service-reject.quantity-negative': [
    '«{value}» non va: non può essere negativo',
    '“{value}” does not fit: it cannot be negative',
  ],
  'service-reject.quantity-not-whole': [
    '«{value}» non va: serve un numero intero',
    '“{value}” does not fit: a whole number is needed',
  ],
  'service-reject.quantity-too-many': [
    '«{value}» non va: al massimo 100.000',
    '“{value}” does not fit: 100,000 at most',
  ],
  'service-reject.quantity-no-number': ['«{value}» non è un numero', '“{value}” is no number'],
  'service-reject.not-yes-or-no': ['«{value}» non è né sì né no', '“{value}” is neither yes nor no'],
  'service-reject.unknown-access': [
    '«{value}» non è un modo di arrivare al servizio',
    '“{value}” is no way to get to the service',
  ],
  'service-reject.unknown-payer': ['«{value}» non dice chi paga', '“{value}” does not say who pays'],
  'service-reject.malformed': [
    'la riga non si può dividere in celle: ci sono virgolette aperte',
    'the row cannot be divided into cells: a quote is open',
  ],
  'service-reject.formula': ['la cella contiene una formula: {value}', 'the cell holds a formula: {value}'],
  'service-reject.too-long': [
    'il testo è più lungo di {most} caratteri',
    'the text is longer than {most} characters',
  ],
  'service-reject.missing-holder': ['manca l’intestatario', 'the holder is missing'],
  'service-reject.missing-kind': ['manca il tipo di servizio', 'the kind of service is missing'],
  'service-reject.missing-expiry': ['manca la scadenza', 'the expiry is missing'],
  'service-reject.unknown-kind': ['«{value}» non è un servizio conosciuto', '“{value}” is no known service'],
  'service-reject.unknown-module': ['«{value}» non è un modulo conosciuto', '“{value}” is no known module'],
  'service-reject.module-on-receive-only': [
    '{module} non si vende con Solo Ricezione',
    '{module} is not sold with Solo Ricezione',
  ],
  'service-reject.duplicate-module': [
    '{module} compare con due scadenze diverse',
    '{module} has two different expiries',
  ],
  'service-reject.unclear-quantity': [
    '«{value}» dice {counted}, la colonna della quantità {quantity}',
    '“{value}” says {counted}, the quantity column {quantity}',
  ],
  'service-reject.unclear-numbers': [
    '«{value}»: i numeri nel testo non dicono quanti sono',
    '“{value}”: the numbers in the text do not say how many there are',
  ],
  'service-reject.service-quantity': [
    'non è chiaro che cosa conta «{value}»: il servizio è uno solo. Se sono utenti, vanno in una riga o colonna loro',
    'it is unclear what “{value}” counts: there is only one service. Users belong in a row or column of their own',
  ],
  'service-reject.duplicate': [
    'lo stesso servizio è già alla riga {firstRow}',
    'the same service is in row {firstRow} already',
  ],
  'service-reject.item-without-service': [
    'c’è {item} ma nessuna riga del suo servizio',
    'there is {item} but no row of its service',
  ],
  'service-reject.incomplete-service': [
    'un’altra riga dello stesso servizio è da correggere (riga {otherRow})',
    'another row of the same service is to be corrected (row {otherRow})',
  ],
  'service-paste.bad-value': ['{field}: {why}', '{field}: {why}'],
  'service-paste.several-values': [
    '{field}: il testo dice cose diverse ({values}), il dato resta aperto',
    '{field}: the text says different things ({values}), the value stays open',
  ],
  'service-paste.state-disagrees': [
    'Lo stato e la scadenza {day} non possono essere giusti tutti e due: controlla in Aruba',
    'The state and the expiry {day} cannot both be right: check at Aruba',
  ],
  'service-paste.module-on-receive-only': [
    'Il testo nomina un modulo con Solo Ricezione: non è stato preso',
    'The text names a module with Solo Ricezione: it was not taken',
  ],
  'service-paste.nothing-recognised': [
    'In questa parte non ho riconosciuto nulla',
    'Nothing was recognised in this part',
  ],
} as const;
