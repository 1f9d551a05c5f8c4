/** What the vendor forgot when it was restored from an older backup. [Italian, English] */
export const forgottenText = {
  'forgotten.title': ['Che cosa Aruba ha dimenticato', 'What Aruba has forgotten'],
  'forgotten.text': [
    'Aruba è tornata a una sua copia precedente ({when}) e non conosce più queste cose. Allinea ha riletto tutto e non rimanda niente da sé: scegli tu, una per una. Un numero d’ordine può ora appartenere a un altro ordine: non usarlo per pagare.',
    'Aruba went back to an earlier copy of its own ({when}) and no longer knows these things. Allinea has read everything again and sends nothing by itself: you choose, one by one. An order number may belong to another order now: do not pay with it.',
  ],
  'forgotten.what': ['Che cosa', 'What'],
  'forgotten.band': [
    'Aruba è tornata a una copia precedente: {count, plural, one {una cosa non è più conosciuta} other {# cose non sono più conosciute}}.',
    'Aruba went back to an earlier copy: {count, plural, one {one thing is} other {# things are}} no longer known.',
  ],
  'forgotten.show': ['Mostra', 'Show'],
  'forgotten.let-go': ['Lascia perdere', 'Let go'],
  'forgotten.read': ['Ho letto', 'Understood'],
  'forgotten.order-again': ['Ordina di nuovo', 'Order again'],
  'forgotten.send-again': ['Invia di nuovo', 'Send again'],
  'forgotten.delete-again': ['Elimina di nuovo', 'Delete again'],
  'forgotten.take-theirs': ['Usa quello di Aruba', 'Use Aruba’s'],
  'forgotten.sent': ['Inviato di nuovo, come richiesta nuova.', 'Sent again, as a new request.'],
  'forgotten.in-cart': [
    'L’ordine è di nuovo un carrello: controlla gli importi di oggi e conferma.',
    'The order is a cart again: check today’s figures and confirm.',
  ],
  'forgotten.gone': ['Lasciato perdere: niente viene inviato.', 'Let go: nothing is sent.'],
  'forgotten.order': [
    'Ordine {number} di {holder}, {total}, era: {state}',
    'Order {number} of {holder}, {total}, was: {state}',
  ],
  'forgotten.order-back': [
    'Ordine {number} di {holder}: era {was}, per Aruba ora è {now}',
    'Order {number} of {holder}: was {was}, for Aruba it is now {now}',
  ],
  'forgotten.paid': [
    'Ordine {number} di {holder}: Aruba non conosce più il pagamento',
    'Order {number} of {holder}: Aruba no longer knows the payment',
  ],
  'forgotten.service': ['Il servizio di {holder}', 'The service of {holder}'],
  'forgotten.user-created': [
    'L’utente {username} nel pannello di {holder}',
    'The user {username} in the panel of {holder}',
  ],
  'forgotten.user-changed': [
    'La modifica dell’utente {username} di {holder}',
    'The change of the user {username} of {holder}',
  ],
  'forgotten.user-deleted': [
    'L’eliminazione dell’utente {username} di {holder}',
    'The deletion of the user {username} of {holder}',
  ],
  'forgotten.automatic-on': [
    'Rinnovo automatico di {holder}: era attivo',
    'Automatic renewal of {holder}: it was on',
  ],
  'forgotten.automatic-off': [
    'Rinnovo automatico di {holder}: era disattivato',
    'Automatic renewal of {holder}: it was off',
  ],
  'forgotten.cart': [
    'Il carrello di {holder}: su Aruba è tornato quello di prima',
    'The cart of {holder}: Aruba has the earlier one again',
  ],
  'forgotten.order-notice': [
    'Aruba è tornata a una copia precedente e non conosce più questo ordine. Se l’hai già pagato, chiedi ad Aruba con la ricevuta prima di ordinarlo di nuovo.',
    'Aruba went back to an earlier copy and no longer knows this order. If you have paid it already, ask Aruba with the receipt before you order again.',
  ],
  'refusal.not-forgotten-any-more': [
    'Nel frattempo Aruba lo conosce di nuovo, o se n’è già deciso. Niente è cambiato.',
    'Meanwhile Aruba knows it again, or it was decided already. Nothing has changed.',
  ],
  'refusal.not-ours-to-send': [
    'Da qui non si può inviare di nuovo: lo ha ordinato un’altra postazione, o lo può rifare solo Aruba.',
    'It cannot be sent again from here: another desk ordered it, or only Aruba can do it again.',
  ],
  'refusal.cart-in-use': [
    'Per {holder} c’è già un carrello aperto: ordinalo o svuotalo prima.',
    'There is an open cart for {holder} already: order it or empty it first.',
  ],
} as const;
