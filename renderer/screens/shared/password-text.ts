/** Texts of a member's own password. */
export const ownPasswordText = {
  'own-password.title': ['La tua password', 'Your password'],
  'own-password.none': [
    'Con una password colleghi un altro tuo computer da te, senza chiedere un invito.',
    'With a password you join another computer of yours by yourself, without asking for an invitation.',
  ],
  'own-password.set': ['Hai una password.', 'You have a password.'],
  'own-password.with-code': [
    'Hai una password, e con essa serve il codice della tua app.',
    'You have a password, and the code of your app is needed with it.',
  ],
  'own-password.choose': ['Scegli una password…', 'Choose a password…'],
  'own-password.change': ['Cambia la password…', 'Change the password…'],
  'own-password.remove': ['Togli la password', 'Remove the password'],
  'own-password.remove-sure': [
    'Senza password si entra da un altro computer soltanto con un nuovo invito. Questo computer resta collegato.',
    'Without a password another computer joins by a new invitation alone. This computer stays connected.',
  ],
  'own-password.remove-yes': ['Sì, togli la password', 'Yes, remove the password'],
  'own-password.no-code-sure': [
    'Chi conosce la password entrerà anche senza il tuo telefono.',
    'Whoever knows the password will get in without your phone, too.',
  ],
  'own-password.no-code-yes': ['Sì, non chiedere il codice', 'Yes, do not ask for the code'],
  'own-password.removed': ['Password tolta.', 'Password removed.'],
  'own-password.ask-code': ['Chiedi anche un codice…', 'Ask for a code, too…'],
  'own-password.no-code': ['Non chiedere più il codice', 'Do not ask for the code any more'],
  'own-password.code-off': ['Il codice non serve più.', 'The code is not needed any more.'],
  'own-password.lead': [
    'Almeno {count} caratteri: una frase che ricordi va bene. Sul server ne resta solo un’impronta, da cui non si risale alla password.',
    'At least {count} characters: a sentence that you remember is fine. The server keeps only a fingerprint, from which nobody finds the password.',
  ],
  'own-password.new': ['Nuova password', 'New password'],
  'own-password.again': ['Ancora una volta', 'Once more'],
  'own-password.short': ['Almeno {count} caratteri.', 'At least {count} characters.'],
  'own-password.differs': ['Le due password non sono uguali.', 'The two passwords are not the same.'],
  'own-password.save': ['Salva la password', 'Save the password'],
  'own-password.saved': ['Password salvata.', 'Password saved.'],
  'own-password.code-title': ['Un codice oltre alla password', 'A code besides the password'],
  'own-password.code-lead': [
    'Inquadra l’immagine con un’app per i codici (ad esempio Google Authenticator, Microsoft Authenticator, 2FAS), poi scrivi le sei cifre che mostra. Senza telefono: copia la chiave nell’app.',
    'Show the picture to an app for codes (for example Google Authenticator, Microsoft Authenticator, 2FAS), then write the six digits that it shows. Without a telephone: copy the key into the app.',
  ],
  'own-password.code-lost': [
    'Se perdi il telefono, chi amministra lo studio ti manda un invito.',
    'If you lose the telephone, whoever administers the studio sends you an invitation.',
  ],
  'own-password.qr': ['Codice QR per l’app dei codici', 'QR code for the app of codes'],
  'own-password.key': ['Chiave per l’app', 'Key for the app'],
  'own-password.code': ['Sei cifre dell’app', 'Six digits of the app'],
  'own-password.code-go': ['Chiedi il codice', 'Ask for the code'],
  'own-password.code-on': ['D’ora in poi serve anche il codice.', 'From now on the code is needed, too.'],
  'own-password.link': ['Link dello studio', 'Link of the studio'],
  'own-password.link-text': [
    'Sull’altro computer: apri Allinea, scegli «Studio condiviso», incolla questo link e scrivi il tuo nome e la password.',
    'On the other computer: open Allinea, choose “Shared studio”, paste this link and write your name and the password.',
  ],
  'own-password.copy': ['Copia il link dello studio', 'Copy the link of the studio'],
  'own-password.refusal-server-not-reached': [
    'Il server non risponde: la password è come prima. Riprova quando torna.',
    'The server does not answer: the password is as before. Try again when it is back.',
  ],
  'own-password.refusal-not-allowed': [
    'Il server non conosce più questo computer.',
    'The server does not know this computer any more.',
  ],
  'own-password.refusal-wrong-code': [
    'Il codice non è giusto: scrivi le sei cifre che l’app mostra adesso.',
    'The code is not right: write the six digits that the app shows now.',
  ],
  'own-password.refusal-no-password': ['Prima scegli una password.', 'Choose a password first.'],
} as const;
