/** Why a restoring was refused. */
export const backupRefusalsText = {
  'refusal.not-restorable': [
    'Questa copia non si può ripristinare così: contiene righe che non tornano indietro. Nulla è stato cambiato.',
    'This backup cannot be restored like this: it holds rows that never go back. Nothing was changed.',
  ],
  'refusal.restore-overtaken': [
    'Nel frattempo sono cambiati dati che il ripristino avrebbe sovrascritto. Nulla è stato ripristinato: guarda com’è ora lo studio, poi ripeti.',
    'Data that the restore would have overwritten were changed meanwhile. Nothing was restored: look at the studio as it is now, then repeat.',
  ],
} as const;
