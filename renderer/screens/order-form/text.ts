/** The order form. [Italian, English] */
export const orderFormText = {
  'order-form.title': ['Modulo d’ordine', 'Order form'],
  'order-form.back': ['Modifica il tuo ordine', 'Change your order'],
  'order-form.payer': ['Dati intestatario', 'Payer'],
  'order-form.firm-pays': ['Paga lo studio', 'The firm pays'],
  'order-form.postcode': ['CAP', 'Postcode'],
  'order-form.municipality': ['Comune', 'Municipality'],
  'order-form.province': ['Provincia', 'Province'],
  'order-form.email': ['E-mail di riferimento', 'Reference e-mail'],
  'order-form.email-hint': [
    'Una casella ordinaria: una PEC può non ricevere le conferme.',
    'An ordinary mailbox: a PEC address may not get the confirmations.',
  ],
  'order-form.einvoice': ['Codice destinatario o PEC', 'Recipient code or PEC'],
  'order-form.clauses': ['Condizioni', 'Conditions'],
  'order-form.clause-general': [
    'Accetto le condizioni generali di fornitura',
    'I accept the general conditions of supply',
  ],
  'order-form.clause-specific': [
    'Approvo specificamente le clausole vessatorie (artt. 1341 e 1342 c.c.)',
    'I specifically approve the onerous clauses (arts. 1341 and 1342 of the civil code)',
  ],
  'order-form.clause-privacy': ['Ho letto l’informativa sulla privacy', 'I have read the privacy notice'],
  'order-form.confirm': ['Conferma e completa l’ordine', 'Confirm and complete the order'],
  'order-form.what': ['Cosa ordini', 'What you order'],
  'order-form.what-line': ['{quantity} × {item}, fino al {day}', '{quantity} × {item}, until {day}'],
  'order-form.for': ['Per', 'For'],
  'order-form.missing': ['Controlla i campi segnati: {fields}.', 'Check the marked fields: {fields}.'],
  'order-form.bad-postcode': ['5 cifre', '5 digits'],
  'order-form.bad-province': ['2 lettere', '2 letters'],
  'order-form.bad-einvoice': ['7 caratteri, oppure un indirizzo PEC', '7 characters, or a PEC address'],
  'order-form.usable': [
    'Pagando oggi con {method}, il pagamento è registrato {day} e da quel giorno gli utenti si possono attivare.',
    'Paying today by {method}, the payment is registered {day}; from that day the users can be activated.',
  ],
  'order-form.clauses-left': [
    '{count, plural, one {Manca un’accettazione} other {Mancano # accettazioni}} in Condizioni.',
    '{count, plural, one {One acceptance is} other {# acceptances are}} missing under Conditions.',
  ],
  'order-form.confirmed': ['Ordine confermato e salvato.', 'Order confirmed and saved.'],
  'order-form.confirmed-automatic': [
    'Ordine confermato e salvato. Con questo pagamento Aruba attiva il rinnovo automatico.',
    'Order confirmed and saved. With this payment Aruba switches automatic renewal on.',
  ],
} as const;
