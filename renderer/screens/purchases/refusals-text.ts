/** Why a purchase stayed as it is. The other refusals are in renderer/text/refusals-text.ts. */
export const purchaseRefusalsText = {
  'refusal.sample-has-vendor': [
    'Nello studio di esempio si ordina dal fornitore simulato: l’acquisto guidato è di uno studio tuo.',
    'The sample studio orders from the simulated vendor: a led purchase belongs to a studio of your own.',
  ],
  'refusal.unknown.purchase': ['Questo acquisto non c’è più.', 'This purchase is no longer there.'],
  'refusal.purchase-open': [
    'Per {holder} c’è già un acquisto aperto: portalo a termine o abbandonalo, poi preparane un altro.',
    'There is an open purchase for {holder}: finish or abandon it, then prepare another one.',
  ],
  'refusal.purchase-moved-on': [
    'L’acquisto è già andato avanti: guarda a che passo è. Nulla è stato cambiato.',
    'The purchase has moved on: see at which step it is. Nothing was changed.',
  ],
  'refusal.approved-already': [
    'Questo acquisto è già approvato da {name}. Nulla è stato cambiato.',
    'This purchase is approved by {name} already. Nothing was changed.',
  ],
  'refusal.approval-not-needed': [
    'Questo acquisto non supera il limite: l’approvazione non serve più. Nulla è stato cambiato.',
    'This purchase is not above the limit: it needs no approval any more. Nothing was changed.',
  ],
  'refusal.order-number-taken': [
    'Il numero d’ordine {orderNumber} è già di un altro acquisto, per {holder}. Controlla il numero nelle pagine di Aruba.',
    'Order number {orderNumber} already belongs to another purchase, for {holder}. Check it in Aruba’s pages.',
  ],
  'refusal.purchase-day': [
    'Il giorno deve stare fra il {earliest} e il {latest}.',
    'The day must be between {earliest} and {latest}.',
  ],
  'refusal.approval-needed': [
    'Oltre {limit} serve prima l’approvazione di chi amministra lo studio. Nulla è stato registrato.',
    'Above {limit} whoever administers the studio approves first. Nothing was recorded.',
  ],
  'refusal.cause-needed': [
    'Nessuna regola dà questo totale: scegli una causa, oppure correggi la cifra. Nulla è stato registrato.',
    'No rule gives this total: choose a cause, or correct the figure. Nothing was recorded.',
  ],
  'refusal.counted-already': [
    '{field}: il registro ha dati del {day} che forse comprendono già questo acquisto. Di’ se lo comprendono; nulla è stato registrato.',
    '{field}: the register has data of {day} that may count this purchase already. Say whether they do; nothing was recorded.',
  ],
  'refusal.client-has-service': [
    '{holder} ha già questo servizio: aprilo da Servizi per aggiungere utenti o rinnovarlo. Nulla è stato aperto.',
    '{holder} has this service already: open it from Services to add users or renew it. Nothing was opened.',
  ],
  'refusal.receipt-contradicts': [
    'Imponibile, IVA e totale non tornano fra loro: controlla le cifre nel carrello di Aruba. Nulla è stato registrato.',
    'Net, VAT and total do not add up: check the figures in Aruba’s cart. Nothing was recorded.',
  ],
  'refusal.receipt-without-figures': [
    'Scrivi almeno una cifra che hai visto nel carrello di Aruba.',
    'Type at least one figure that you saw in Aruba’s cart.',
  ],
  'refusal.expiry-shortened': [
    '{item}: la nuova scadenza non può essere prima del {earliest}. Nulla è stato registrato.',
    '{item}: the new expiry cannot be before {earliest}. Nothing was recorded.',
  ],
  'refusal.nothing-to-correct': [
    'Non c’è più nulla da correggere qui: l’acquisto è cambiato nel frattempo.',
    'There is nothing left to correct here: the purchase has changed meanwhile.',
  ],
  'refusal.active-stays': [
    'Un acquisto attivo non torna indietro: correggi le date fra i dati del servizio.',
    'An active purchase does not go back: correct the dates among the data of the service.',
  ],
  'refusal.nothing-to-prepare': [
    'Nessuno di questi rinnovi si può preparare da qui: li compra il cliente.',
    'None of these renewals can be prepared from here: the client buys them.',
  ],
} as const;
