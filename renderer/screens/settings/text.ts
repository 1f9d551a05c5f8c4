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
  'vendor-address.title': ['Dove vanno gli ordini di prova', 'Where trial orders go'],
  'vendor-address.inside': [
    'Al simulatore dentro il programma: nulla esce da questo computer.',
    'To the simulator inside the program: nothing leaves this computer.',
  ],
  'vendor-address.at': ['A {address}, non ad Aruba.', 'To {address}, not to Aruba.'],
  'vendor-address.change': ['Usa un altro indirizzo…', 'Use another address…'],
  'vendor-address.back': [
    'Torna al simulatore dentro il programma',
    'Back to the simulator inside the program',
  ],
  'vendor-address.dialog': ['Un altro indirizzo per gli ordini di prova', 'Another address for trial orders'],
  'vendor-address.field': ['Indirizzo', 'Address'],
  'vendor-address.hint': ['Per esempio https://prova.example', 'For example https://trial.example'],
  'vendor-address.next': ['Continua', 'Continue'],
  'vendor-address.confirm': ['Mandare tutto questo a {address}?', 'Send all of this to {address}?'],
  'vendor-address.sent': [
    'Non è Aruba. Da qui in poi andranno a quell’indirizzo:',
    'It is not Aruba. From now on this goes to that address:',
  ],
  'vendor-address.sent-access': [
    'account e password con cui si accede',
    'the account and password of a sign-in',
  ],
  'vendor-address.sent-orders': [
    'carrelli e ordini, con intestatario, partita IVA e indirizzo di fatturazione',
    'carts and orders, with the billed firm, its VAT number and address',
  ],
  'vendor-address.sent-users': [
    'gli utenti del pannello, con nome, e-mail e permessi delle persone',
    'panel users, with the people’s names, e-mail addresses and permissions',
  ],
  'vendor-address.out': ['Si esce dall’account di adesso.', 'You are signed out of the present account.'],
  'vendor-address.go': ['Manda a questo indirizzo', 'Send to this address'],
  'settings.account': ['Account Aruba', 'Aruba account'],
  'settings.account-text': [
    '{account}. La password non viene mai conservata.',
    '{account}. The password is never kept.',
  ],
} as const;
