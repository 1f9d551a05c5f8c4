import type { Job } from '../job.ts';

export const cart: Job = {
  title: ['Comprare utenti, e capire ogni cifra', 'Buy users, and understand each figure'],
  when: [
    'Quando le persone che aspettano un utente sono più degli utenti liberi.',
    'When more people wait for a user than users are free.',
  ],
  steps: [
    {
      says: [
        'In {nav.services} trova il servizio, premi {service.manage} e poi {service.add-user}.',
        'In {nav.services} find the service, press {service.manage}, then {service.add-user}.',
      ],
      opens: 'services',
    },
    {
      says: [
        'In {cart.present} porta {col.quantity} al numero che serve. Nella figura: 2 utenti per un anno, 2 × {€490} = {€980}.',
        'In {cart.present} bring {col.quantity} to the number that is needed. In the picture: 2 users for a year, 2 × {€490} = {€980}.',
      ],
    },
    {
      says: [
        'Lascia attiva {cart.extension}: tutto ciò che è già attivo arriva alla scadenza dei nuovi utenti, e di ogni cosa si pagano i mesi che mancano.',
        'Leave {cart.extension} on: whatever is active already moves to the expiry of the new users, and the missing months of each are paid.',
      ],
    },
    {
      says: [
        'Leggi le righe: prezzo di un anno × mesi che mancano / 12. Nella figura ne mancano 9: il servizio costa {€2243}, i 3 utenti già attivi {€1103}, il modulo {€1493}.',
        'Read the lines: the price of a year × missing months / 12. In the picture 9 are missing: the service costs {€2243}, the 3 active users {€1103}, the module {€1493}.',
      ],
    },
    {
      says: [
        'Controlla il {cart.summary}: imponibile {€5819}, più IVA {€1280}, fa {€7099}. Premi un importo per vedere come ci si arriva.',
        'Check the {cart.summary}: net {€5819}, plus VAT {€1280}, makes {€7099}. Press an amount to see how it comes about.',
      ],
      opens: 'cart',
    },
    {
      says: [
        'In {comparison.title} vedi quanto costa con e senza estensione. Poi scegli: preventivo per il cliente, oppure acquisto.',
        'In {comparison.title} see what it costs with and without the extension. Then choose: a quote for the client, or the purchase.',
      ],
    },
    {
      says: [
        'Con quale regola si contano i mesi e con quali prezzi: si legge, e si cambia, in {nav.rules}.',
        'By which rule months are counted, and at which prices: read it, and change it, in {nav.rules}.',
      ],
      opens: 'rules',
    },
  ],
  mind: [
    [
      'Più in fretta: Ctrl+K, «aggiungi 3» e due lettere del cliente, Invio.',
      'Quicker: Ctrl+K, “add 3” and two letters of the client, Enter.',
    ],
    [
      '8 mesi e 26 giorni contano come 9 mesi. Aruba non pubblica come arrotonda: {compare-rules.open} mostra quanto cambierebbe.',
      '8 months and 26 days count as 9 months. Aruba does not publish its rounding: {compare-rules.open} shows what would change.',
    ],
    [
      'Senza estensione i nuovi utenti finiscono con il servizio, e i mesi oltre quella data sono persi.',
      'Without the extension the new users end with the service, and the months after that day are lost.',
    ],
    [
      'Preventivo, carrello e ordine fanno lo stesso calcolo: il totale è lo stesso, al centesimo.',
      'Quote, cart and order are the same calculation: the total is the same, to the cent.',
    ],
  ],
  picture: [
    'Il carrello: due utenti nuovi, e i mesi che mancano a tutto il resto, riga per riga',
    'The cart: two new users, and the missing months of everything else, line by line',
  ],
  helps: ['cart', 'rules'],
};
