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
  'no-qr.beneficiary-missing': [
    'Nessun codice QR: manca il beneficiario.',
    'No QR code: the beneficiary is missing.',
  ],
  'no-qr.beneficiary-too-long': [
    'Nessun codice QR: il beneficiario ha più di 70 caratteri.',
    'No QR code: the beneficiary has more than 70 characters.',
  ],
  'no-qr.beneficiary-characters': [
    'Nessun codice QR: il beneficiario contiene a capo o segni invisibili.',
    'No QR code: the beneficiary has line breaks or invisible characters.',
  ],
  'no-qr.iban': [
    'Nessun codice QR: l’IBAN non supera i controlli.',
    'No QR code: the IBAN fails its checks.',
  ],
  'no-qr.amount': [
    'Nessun codice QR: l’importo non è tra 0,01 e 999.999.999,99 €.',
    'No QR code: the amount is not between 0.01 and 999,999,999.99 €.',
  ],
  'no-qr.reference-too-long': [
    'Nessun codice QR: la causale ha più di 140 caratteri.',
    'No QR code: the reference has more than 140 characters.',
  ],
  'no-qr.reference-characters': [
    'Nessun codice QR: la causale contiene a capo o segni invisibili.',
    'No QR code: the reference has line breaks or invisible characters.',
  ],
} as const;
