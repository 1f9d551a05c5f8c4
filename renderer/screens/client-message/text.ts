/**
 * The message to a client who buys alone, and the dialog that makes it. The names of Aruba's buttons are the
 * same in both languages. [Italian, English]
 */
export const clientMessageText = {
  'client-message.button': ['Messaggio per il cliente…', 'Message for the client…'],
  'client-message.title': ['Messaggio per il cliente', 'Message for the client'],
  'client-message.language': ['Lingua del messaggio', 'Language of the message'],
  'client-message.method': ['Modalità di pagamento', 'Payment method'],
  'client-message.number': ['Numero d’ordine', 'Order number'],
  'client-message.number-hint': [
    'Se il cliente ha già ordinato. Il messaggio dice allora come pagare.',
    'If the client has ordered already. The message then says how to pay.',
  ],
  'client-message.shown': ['Totale mostrato da Aruba', 'Total shown by Aruba'],
  'client-message.shown-hint': [
    'IVA compresa. Senza, vale la stima di Allinea.',
    'With VAT. Without it Allinea’s estimate counts.',
  ],
  'client-message.shown-bad': ['Non è un importo.', 'This is not an amount.'],
  'client-message.beneficiary': ['Beneficiario del bonifico', 'Payee of the transfer'],
  'client-message.iban': ['IBAN del bonifico', 'IBAN of the transfer'],
  'client-message.iban-hint': [
    'Aruba non lo pubblica: si scrive dalla conferma d’ordine. Non viene salvato.',
    'Aruba does not publish it: type it from the order confirmation. It is not stored.',
  ],
  'client-message.qr-is-there': [
    'Nel PDF c’è il codice QR per il bonifico.',
    'The PDF has the QR code for the transfer.',
  ],
  'client-message.qr-number': [
    'Senza numero d’ordine non c’è codice QR: la causale è quel numero e nient’altro.',
    'Without an order number there is no QR code: the reference is that number and nothing else.',
  ],
  'client-message.qr-beneficiary': [
    'Per il codice QR manca il beneficiario.',
    'The QR code needs the payee.',
  ],
  'client-message.qr-iban': [
    'Per il codice QR serve un IBAN che supera i controlli.',
    'The QR code needs an IBAN that passes its checks.',
  ],
  'client-message.qr-amount': [
    'Per il codice QR il totale mostrato da Aruba va scritto in modo leggibile.',
    'For the QR code the total shown by Aruba must be readable.',
  ],
  'client-message.text': ['Testo del messaggio', 'Text of the message'],
  'client-message.copy': ['Copia il testo', 'Copy the text'],
  'client-message.copied': ['Messaggio copiato.', 'Message copied.'],
  'client-message.not-copied': [
    'Non copiato: il testo è selezionato, premi Ctrl+C.',
    'Not copied: the text is selected, press Ctrl+C.',
  ],
  'client-message.txt': ['Salva il testo…', 'Save the text…'],
  'client-message.pdf': ['Salva il PDF…', 'Save the PDF…'],
  'client-message.gone': ['Il carrello non c’è più.', 'The cart is no longer there.'],
  'client-message.file': ['Istruzioni Aruba {holder}', 'Aruba instructions {holder}'],
  'client-message.sheet-buy': ['Come acquistare da Aruba', 'How to buy from Aruba'],
  'client-message.sheet-pay': ['Come pagare l’ordine {number}', 'How to pay order {number}'],
  'client-message.for': ['Per', 'For'],
  'client-message.what': ['Acquisto', 'Purchase'],
  'client-message.service': ['Servizio', 'Service'],
  'client-message.expiry': ['Scadenza attuale', 'Present expiry'],
  'client-message.pay-by': ['Ultimo giorno utile per pagare', 'Latest day to pay'],
  'client-message.pay-by-with': ['{day}, con {method}', '{day}, by {method}'],
  'client-message.pay-by-past': [
    'il termine di 15 giorni prima della scadenza è passato: ordinare e pagare subito, con carta o PayPal',
    'the term of 15 days before the expiry has passed: order and pay at once, by card or PayPal',
  ],
  'client-message.pay-by-none': [
    'nessuno, il servizio parte quando Aruba registra il pagamento',
    'none, the service starts when Aruba registers the payment',
  ],
  'client-message.reference': ['Causale', 'Reference'],
  'client-message.lines': ['Importo previsto', 'Expected amount'],
  'client-message.col-item': ['Voce', 'Item'],
  'client-message.col-until': ['Fino al', 'Until'],
  'client-message.col-net': ['Imponibile', 'Net'],
  'client-message.total': ['Totale previsto', 'Expected total'],
  'client-message.total-shown': ['Da pagare, come mostra Aruba', 'To pay, as Aruba shows it'],
  'client-message.steps': ['Passi', 'Steps'],
  'client-message.estimate': ['Come è calcolato', 'How it is calculated'],
  'client-message.estimate-months': [
    'È una stima di Allinea per un ordine del {day}: prezzi del listino {version}, mesi mancanti contati con la regola «{rule}». Aruba non pubblica come arrotonda i mesi, e in un altro giorno i mesi cambiano.',
    'It is an estimate by Allinea for an order of {day}: prices of list {version}, missing months counted by the rule “{rule}”. Aruba does not publish how it rounds months, and on another day the months change.',
  ],
  'client-message.estimate-years': [
    'È una stima di Allinea per un ordine del {day}: prezzi del listino {version} per anni interi.',
    'It is an estimate by Allinea for an order of {day}: prices of list {version} for whole years.',
  ],
  'client-message.estimate-convention': [
    'Aruba non pubblica nemmeno l’effetto dei codici convenzione: anche la riduzione è una stima.',
    'Aruba does not publish what convention codes do either: the reduction is an estimate too.',
  ],
  'client-message.transfer': ['Bonifico', 'Transfer'],
  'client-message.col-code': ['Codice QR', 'QR code'],
  'client-message.footer': [
    'Il pagamento si fa ad Aruba, non allo studio.',
    'The payment goes to Aruba, not to the firm.',
  ],
  'client-message.step-panel-add-users': [
    'Accedere al pannello di Fatturazione Elettronica. In home page, in corrispondenza del form Stato servizio, selezionare Aggiungi in basso a destra.',
    'Sign in to the Fatturazione Elettronica panel. On its home page, at the form Stato servizio, select Aggiungi at the bottom right.',
  ],
  'client-message.step-area-add-users': [
    'Oppure da areaclienti.pec.it: accedere con l’account Aruba (del tipo 1234567@aruba.it), selezionare Gestisci e poi Aggiungi utente.',
    'Or at areaclienti.pec.it: sign in with the Aruba account (of the form 1234567@aruba.it), select Gestisci and then Aggiungi utente.',
  ],
  'client-message.step-panel-renewal': [
    'Accedere al pannello di Fatturazione Elettronica e selezionare Rinnova. Se il pulsante non c’è, il rinnovo automatico è attivo: scriverci prima di proseguire.',
    'Sign in to the Fatturazione Elettronica panel and select Rinnova. If there is no such button, automatic renewal is on: write to us before going on.',
  ],
  'client-message.step-area-renewal': [
    'Oppure da areaclienti.pec.it: accedere con l’account Aruba (del tipo 1234567@aruba.it) e selezionare Rinnova.',
    'Or at areaclienti.pec.it: sign in with the Aruba account (of the form 1234567@aruba.it) and select Rinnova.',
  ],
  'client-message.step-panel-reactivation': [
    'Accedere al pannello di Fatturazione Elettronica e selezionare Riattiva.',
    'Sign in to the Fatturazione Elettronica panel and select Riattiva.',
  ],
  'client-message.step-area-reactivation': [
    'Oppure da areaclienti.pec.it: accedere con l’account Aruba (del tipo 1234567@aruba.it) e selezionare Riattiva.',
    'Or at areaclienti.pec.it: sign in with the Aruba account (of the form 1234567@aruba.it) and select Riattiva.',
  ],
  'client-message.step-first': [
    'Da www.pec.it scegliere {kind}. In Dati intestatario inserire i dati di {holder}; serve un account Aruba (del tipo 1234567@aruba.it).',
    'At www.pec.it choose {kind}. In Dati intestatario enter the data of {holder}; an Aruba account is needed (of the form 1234567@aruba.it).',
  ],
  'client-message.step-leavers': [
    'Aruba non riduce gli utenti finché esistono nel pannello: eliminare prima quelli in più.',
    'Aruba does not reduce users while they exist in the panel: delete the surplus ones first.',
  ],
  'client-message.step-quantity': [
    'In Servizi presenti nel carrello portare Quantità a {count} con + e -.',
    'In Servizi presenti nel carrello bring Quantità to {count} with + and -.',
  ],
  'client-message.step-extension-on': [
    'Lasciare verde Estensione servizi attivi: la scadenza di tutti i servizi attivi diventa il {day}.',
    'Leave Estensione servizi attivi green: the expiry of all active services becomes {day}.',
  ],
  'client-message.step-extension-off': [
    'Disabilitare Estensione servizi attivi: gli altri servizi tengono le loro scadenze.',
    'Switch Estensione servizi attivi off: the other services keep their expiries.',
  ],
  'client-message.step-module': [
    'Scorrere la pagina e cliccare +Aggiungi al carrello accanto a {module}.',
    'Scroll the page and click +Aggiungi al carrello beside {module}.',
  ],
  'client-message.step-years': [
    'Scegliere {years, plural, one {# anno} other {# anni}}.',
    'Choose {years, plural, one {# year} other {# years}}.',
  ],
  'client-message.step-left-out': [
    'Selezionare Non rinnovare accanto a {item}.',
    'Select Non rinnovare beside {item}.',
  ],
  'client-message.step-reduce': ['Portare {kind} a {count}.', 'Bring {kind} to {count}.'],
  'client-message.step-convention': [
    'In Codice convenzione selezionare Inseriscilo, scrivere {code} e premere Ok.',
    'In Codice convenzione select Inseriscilo, type {code} and press Ok.',
  ],
  'client-message.step-compare': [
    'Confrontare il totale con {gross}, IVA compresa. Se è diverso, scriverci prima di proseguire: finché l’ordine non è confermato non esiste nulla.',
    'Compare the total with {gross}, VAT included. If it differs, write to us before going on: until the order is confirmed nothing exists.',
  ],
  'client-message.step-order': [
    'Selezionare Prosegui e completa l’ordine. Nel Modulo d’ordine scegliere {method}, accettare le condizioni e selezionare Conferma e completa l’ordine.',
    'Select Prosegui e completa l’ordine. In Modulo d’ordine choose {method}, accept the conditions and select Conferma e completa l’ordine.',
  ],
  'client-message.step-at-once': [
    'Con carta o PayPal il pagamento è immediato. Aruba attiva da sé il rinnovo automatico: se non serve, si disattiva poi.',
    'By card or PayPal the payment is immediate. Aruba switches automatic renewal on: if it is not wanted, switch it off afterwards.',
  ],
  'client-message.step-mail': [
    'Aruba manda un’e-mail con il numero d’ordine e come pagare. La causale è il numero d’ordine e nient’altro.',
    'Aruba sends an e-mail with the order number and how to pay. The reference is the order number and nothing else.',
  ],
  'client-message.step-pay-transfer': [
    'Fare il bonifico di {gross}. Nella causale scrivere {number} e nient’altro.',
    'Make the transfer of {gross}. As its reference write {number} and nothing else.',
  ],
  'client-message.step-pay-prefilled-slip': [
    'Scaricare il bollettino precompilato da pagamenti.aruba.it con il numero d’ordine {number} e pagare {gross}.',
    'Download the pre-filled slip from pagamenti.aruba.it with the order number {number} and pay {gross}.',
  ],
  'client-message.step-pay-blank-slip': [
    'Pagare {gross} con un bollettino in bianco. Nella causale scrivere {number} e nient’altro. Aruba lo registra in 5-7 giorni lavorativi.',
    'Pay {gross} by a blank slip. As its reference write {number} and nothing else. Aruba registers it within 5 to 7 working days.',
  ],
  'client-message.step-pay-at-once': [
    'Pagare {gross} da pagamenti.aruba.it con il numero d’ordine {number}.',
    'Pay {gross} at pagamenti.aruba.it with the order number {number}.',
  ],
  'client-message.step-by': ['Pagare entro {day}.', 'Pay by {day}.'],
  'client-message.step-tell': [
    'Mandarci il numero d’ordine e il giorno del pagamento.',
    'Send us the order number and the day of the payment.',
  ],
  'client-message.step-tell-paid': ['Mandarci il giorno del pagamento.', 'Send us the day of the payment.'],
} as const;
