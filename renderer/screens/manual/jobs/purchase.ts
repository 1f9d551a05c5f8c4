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
        'Passi da 1 a 3: con quale account si accede, quale pagina si apre, che cosa si mette nel carrello di Aruba. Dopo ognuno premi {purchase-step.tick}.',
        'Steps 1 to 3: which account signs in, which page opens, what goes into Aruba’s cart. After each press {purchase-step.tick}.',
      ],
    },
    {
      says: [
        'Passo 4: scrivi il totale che mostra Aruba, nella figura {€7099}. Se è uguale al centesimo premi {purchase-step.record}.',
        'Step 4: type the total that Aruba shows, {€7099} in the picture. If it is equal to the cent press {purchase-step.record}.',
      ],
    },
    {
      says: [
        'Passo 5: conferma l’ordine in Aruba, poi scrivi qui il {purchase-step.number}.',
        'Step 5: confirm the order at Aruba, then type the {purchase-step.number} here.',
      ],
    },
    {
      says: [
        'Passo 6: paga. La causale è il numero d’ordine e nient’altro. Poi premi {purchase-step.paid}.',
        'Step 6: pay. The reference is the order number and nothing else. Then press {purchase-step.paid}.',
      ],
    },
    {
      says: [
        'Passo 7: quando l’ordine è attivo controlla le date nel pannello e premi {purchase-step.activate}.',
        'Step 7: when the order is active check the dates in the panel and press {purchase-step.activate}.',
      ],
    },
    {
      says: [
        'Passo 8: crea gli utenti nel pannello, uno alla volta, con i nomi che Allinea propone. Un acquisto lasciato a metà si riprende da qui.',
        'Step 8: create the users in the panel, one by one, with the names that Allinea proposes. A purchase that was left half done goes on from here.',
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
