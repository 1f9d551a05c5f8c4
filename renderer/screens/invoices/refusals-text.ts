/** Why invoices stayed as they are. The other refusals are in renderer/text/refusals-text.ts. */
export const invoiceRefusalsText = {
  'refusal.unknown.invoice': [
    'Questa fattura non è più nell’elenco.',
    'This invoice is no longer in the list.',
  ],
  'refusal.invoice-says-twice': [
    'Nella fattura {number} la riga {line} dice una cosa diversa da una riga prima: lasciane una sola. Nulla è stato registrato.',
    'In invoice {number}, line {line} says something else than a line before it: leave only one. Nothing was recorded.',
  ],
} as const;
