/** Texts of purchases that wait for whoever administers a shared studio. */
export const approvalText = {
  'approval.needed': ['Da approvare.', 'To be approved.'],
  'approval.yours': [
    'Questo acquisto supera {limit}: con la tua approvazione può partire.',
    'This purchase is above {limit}: with your approval it can begin.',
  ],
  'approval.theirs': [
    'Questo acquisto supera {limit}: aspetta chi amministra lo studio. I primi passi si possono già preparare.',
    'This purchase is above {limit}: it waits for whoever administers the studio. It can be prepared meanwhile.',
  ],
  'approval.give': ['Approva', 'Approve'],
  'approval.given': ['Acquisto approvato.', 'Purchase approved.'],
  'approval.limit': [
    'Acquisti da approvare oltre (€, IVA inclusa)',
    'Purchases to approve above (€, VAT included)',
  ],
  'approval.limit-hint': [
    'Vuoto: nessuno. Chi ordina prepara; oltre questa cifra approva chi amministra.',
    'Empty: none. Whoever orders prepares; above this figure whoever administers approves.',
  ],
  'approval.limit-bad': [
    'Scrivi una cifra in euro, per esempio 500,00.',
    'Type an amount in euro, such as 500.00.',
  ],
  'approval.limit-saved': ['Limite salvato.', 'Limit saved.'],
  'approval.save': ['Salva il limite', 'Save the limit'],
} as const;
