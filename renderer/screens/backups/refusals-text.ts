/** Why a restoring was refused. */
export const backupRefusalsText = {
  'refusal.not-restorable': [
    'Questa copia non si può ripristinare così: contiene righe che non tornano indietro. Nulla è stato cambiato.',
    'This backup cannot be restored like this: it holds rows that never go back. Nothing was changed.',
  ],
} as const;
