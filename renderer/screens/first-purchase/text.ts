/** The first purchase of a client. [Italian, English] */
export const firstPurchaseText = {
  'first-purchase.title': ['Nuovo servizio per un cliente', 'New service for a client'],
  'first-purchase.lead': [
    'Primo acquisto: servizio, utenti e moduli in un solo ordine',
    'First purchase: service, users and modules in one order',
  ],
  'first-purchase.known': ['Clienti senza servizio', 'Clients without a service'],
  'first-purchase.none': [
    'Nessun cliente senza servizio: aggiungine uno qui accanto.',
    'No client without a service: add one beside.',
  ],
  'first-purchase.new': ['Nuovo cliente', 'New client'],
  'first-purchase.add': ['Aggiungi cliente', 'Add client'],
  'first-purchase.added': ['Cliente aggiunto.', 'Client added.'],
  'first-purchase.buy': ['Acquista {kind}', 'Buy {kind}'],
  'first-purchase.open-cart': ['Apri il carrello', 'Open the cart'],
} as const;
