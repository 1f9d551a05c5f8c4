/** An IBAN to pay to, and the problem of a wrong one. [Italian, English] */
export const ibanText = {
  'iban.copy': ['Copia IBAN', 'Copy IBAN'],
  'iban.copied': ['IBAN copiato, senza spazi.', 'IBAN copied, without spaces.'],
  'iban.not-copied': [
    'Non è stato possibile copiare: l’IBAN è selezionato, premi Ctrl+C.',
    'Copying was not possible: the IBAN is selected, press Ctrl+C.',
  ],
  'iban.suspect': [
    'Questo IBAN non supera i controlli: {problem, select, form {contiene segni che un IBAN non ha} country {il paese non è dell’area SEPA} length {non ha la lunghezza del suo paese} cin {la lettera CIN non corrisponde al conto} other {le cifre di controllo non tornano}}. Non pagare prima di averlo verificato con Aruba.',
    'This IBAN fails its checks: {problem, select, form {it has characters that no IBAN has} country {its country is not in the SEPA area} length {it has not the length of its country} cin {the CIN letter does not match the account} other {the check digits do not come out}}. Do not pay before you have verified it with Aruba.',
  ],
} as const;
