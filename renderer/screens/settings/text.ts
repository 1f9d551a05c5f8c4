/** The settings. [Italian, English] */
export const settingsText = {
  'logo.title': ['Carta intestata', 'Letterhead'],
  'logo.text': [
    'Nome, partita IVA e indirizzo vengono dai dati di fatturazione dello studio. Il logo è un’immagine PNG o JPEG fino a 1 MB.',
    'Name, VAT number and address come from the firm’s billing data. The logo is a PNG or JPEG picture of up to 1 MB.',
  ],
  'logo.alt': ['Logo dello studio', 'Logo of the firm'],
  'logo.choose': ['Scegli il logo…', 'Choose the logo…'],
  'logo.remove': ['Togli il logo', 'Remove the logo'],
  'logo.saved': ['Logo salvato.', 'Logo saved.'],
  'logo.removed': ['Logo tolto.', 'Logo removed.'],
  'settings.title': ['Impostazioni', 'Settings'],
  'settings.lead': [
    'Lingua, aspetto, promemoria e calendario di questa postazione',
    'Language, look, reminders and calendar of this desk',
  ],
  'settings.language': ['Lingua', 'Language'],
  'settings.theme': ['Aspetto', 'Look'],
  'settings.theme-system': ['Come il sistema', 'Same as the system'],
  'settings.theme-light': ['Chiaro', 'Light'],
  'settings.theme-dark': ['Scuro', 'Dark'],
  'settings.account': ['Account Aruba', 'Aruba account'],
  'settings.account-text': [
    '{account}. La password non viene mai conservata.',
    '{account}. The password is never kept.',
  ],
} as const;
