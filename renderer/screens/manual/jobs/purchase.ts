import type { Job } from '../job.ts';

export const purchase: Job = {
  title: ['Ordinare, pagare, consegnare gli utenti', 'Order, pay, hand over the users'],
  when: [
    'Quando il carrello è giusto. Si compra nelle pagine di Aruba: Allinea guida e controlla, e nulla parte da solo.',
    'When the cart is right. You buy in Aruba’s pages: Allinea leads and checks, and nothing is sent by itself.',
  ],
  steps: [
    { says: ['Nel carrello premi {purchase.make}.', 'In the cart press {purchase.make}.'], opens: 'cart' },
    {
      says: [
        '{purchase.step-prepare}, {purchase.step-open}, {purchase.step-compose}: si legge con quale account si accede e che cosa si mette nel carrello di Aruba. Dopo ognuno premi {purchase-step.tick}.',
        '{purchase.step-prepare}, {purchase.step-open}, {purchase.step-compose}: read which account signs in and what goes into Aruba’s cart. After each press {purchase-step.tick}.',
      ],
    },
    {
      says: [
        '{purchase.step-compare}: scrivi il totale che mostra Aruba, nella figura {€7099}. Se è uguale al centesimo premi {purchase-step.record}.',
        '{purchase.step-compare}: type the total that Aruba shows, {€7099} in the picture. If it is equal to the cent press {purchase-step.record}.',
      ],
    },
    {
      says: [
        '{purchase.step-order}: prima in Aruba; poi scrivi qui il {purchase-step.number}.',
        '{purchase.step-order}: at Aruba first; then type the {purchase-step.number} here.',
      ],
    },
    {
      says: [
        '{purchase.step-pay}: la causale è il numero d’ordine e nient’altro. Poi premi {purchase-step.paid}.',
        '{purchase.step-pay}: the reference is the order number and nothing else. Then press {purchase-step.paid}.',
      ],
    },
    {
      says: [
        '{purchase.step-active}: quando l’ordine è attivo controlla le date nel pannello e premi {purchase-step.activate}.',
        '{purchase.step-active}: when the order is active check the dates in the panel and press {purchase-step.activate}.',
      ],
    },
    {
      says: [
        '{purchase.step-users}: nel pannello, uno alla volta, con i nomi che Allinea propone. Un acquisto lasciato a metà si riprende da qui.',
        '{purchase.step-users}: in the panel, one by one, with the names that Allinea proposes. A purchase that was left half done goes on from here.',
      ],
      opens: 'orders',
    },
    {
      says: [
        'Quando arriva la fattura di Aruba importala: Allinea la confronta con l’acquisto, riga per riga.',
        'When Aruba’s invoice arrives, import it: Allinea compares it with the purchase, line by line.',
      ],
      opens: 'invoices',
    },
  ],
  mind: [
    [
      'Se il totale è diverso fermati: Allinea dice quale regola lo spiega, oppure chiede una causa. In Aruba non hai ancora ordinato nulla.',
      'If the total differs, stop: Allinea says which rule explains it, or asks for a cause. You have not ordered anything at Aruba yet.',
    ],
    [
      'Non sai se l’ordine è partito? Premi {purchase.unsure}: Allinea dice dove guardare e non lascia ordinare due volte.',
      'You do not know whether the order went through? Press {purchase.unsure}: Allinea says where to look and prevents a second order.',
    ],
    [
      'Nello studio di esempio si ordina da qui, con {cart.proceed}, e niente arriva ad Aruba.',
      'In the sample studio you order from here, with {cart.proceed}, and nothing reaches Aruba.',
    ],
  ],
  picture: [
    'Il quarto passo di un acquisto: il totale mostrato da Aruba è uguale a quello atteso',
    'The fourth step of a purchase: the total that Aruba shows equals the expected one',
  ],
  helps: ['orders', 'order-form', 'invoices', 'sync', 'simulator'],
};
