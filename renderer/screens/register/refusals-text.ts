/** Why the register stayed as it is. The other refusals are in renderer/text/refusals-text.ts. */
export const registerRefusalsText = {
  'refusal.unknown-fact': ['Questo dato non c’è più.', 'This value is gone.'],
  'refusal.already-corrected': [
    'Questo dato è già stato corretto: guarda il valore di ora.',
    'This value was corrected already: look at the present one.',
  ],
  'refusal.day-to-come': [
    'Il {day} deve ancora venire: controlla la data di questo computer, poi registra di nuovo. Niente è stato registrato.',
    '{day} is yet to come: check the date of this computer, then record it again. Nothing was recorded.',
  ],
  'refusal.service-incomplete': [
    'Per un servizio nuovo {missing, select, holder {serve l’intestatario} kind {serve il tipo di servizio} other {serve la scadenza}}. Niente è cambiato.',
    'A new service needs {missing, select, holder {a holder} kind {its kind} other {an expiry}}. Nothing has changed.',
  ],
} as const;
