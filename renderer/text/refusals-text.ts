/** Why an action was refused: what happened, what is safe, what to do next. [Italian, English] */
export const refusalsText = {
  'refusal.bad-input': [
    'Questo valore non va bene ({field}). Niente è cambiato.',
    'This value does not fit ({field}). Nothing has changed.',
  ],
  'refusal.no-items': [
    'Non c’è niente da calcolare: la lista è vuota.',
    'There is nothing to compute: the list is empty.',
  ],
  'refusal.bad-item': [
    'La voce {id} ha {field, select, quantity {una quantità che non va: da 1 a 100.000, intera} yearly {un prezzo che non va: da 0,00 a 100.000,00 €} expiry {una scadenza che non va: dal 2000 al 2100} newExpiry {una nuova scadenza oltre il 2100} anchor {un giorno di rinnovo che non corrisponde alla scadenza} kind {un tipo sconosciuto} other {un riferimento che non c’è più}}. Niente è stato calcolato.',
    'Item {id} has {field, select, quantity {a quantity that does not fit: 1 to 100,000, whole} yearly {a price that does not fit: 0.00 to 100,000.00 €} expiry {an expiry that does not fit: 2000 to 2100} newExpiry {a new expiry after 2100} anchor {a renewal day that does not match its expiry} kind {an unknown kind} other {a reference that is gone}}. Nothing was computed.',
  ],
  'refusal.reduction-out-of-range': [
    '{kind}: dal rinnovo possono essere da {least} a {most}. Al rinnovo si può solo ridurre, e ciò che è già pagato oltre la nuova scadenza resta.',
    '{kind}: from the renewal on there can be {least} to {most}. A renewal can only reduce, and what is paid beyond the new expiry stays.',
  ],
  'refusal.users-in-panel': [
    'Nel pannello {configured, plural, one {è configurato un utente} other {sono configurati # utenti}}: {usernames}. Per rinnovarne {wanted} prima {surplus, plural, one {eliminane uno} other {eliminane #}} nel pannello, poi riduci la quantità.',
    '{configured, plural, one {One user is} other {# users are}} configured in the panel: {usernames}. To renew {wanted}, first delete {surplus, plural, one {one} other {#}} in the panel, then reduce the quantity.',
  ],
  'refusal.service-left-out': [
    'Il servizio stesso non si può escludere dal suo rinnovo: gli altri elementi sì.',
    'The service itself cannot be left out of its renewal: the other items can.',
  ],
  'refusal.service-deleted': [
    'Il servizio è scaduto da più di 90 giorni e i suoi dati sono stati cancellati: serve un nuovo acquisto.',
    'The service expired more than 90 days ago and its data were deleted: it takes a new purchase.',
  ],
  'refusal.no-price-list': [
    'Non c’è nessun listino: ne serve almeno uno.',
    'There is no price list: at least one is needed.',
  ],
  'refusal.same-valid-from': [
    'I listini {first} e {second} valgono dallo stesso giorno: cambia la data di uno dei due.',
    'The price lists {first} and {second} begin on the same day: change the date of one of them.',
  ],
  'refusal.bad-price': [
    'Nel listino {version} manca o non va un valore ({field}): i prezzi vanno da 0,00 a 100.000,00 €, al centesimo.',
    'A value is missing or does not fit in the price list {version} ({field}): prices go from 0.00 to 100,000.00 €, to the cent.',
  ],
  'refusal.quantity-out-of-range': [
    'Gli utenti vanno da {least} a {most}: la quantità è rimasta com’era.',
    'Users go from {least} to {most}: the quantity is as it was.',
  ],
  'refusal.years-out-of-range': [
    '{most, plural, =2 {Un servizio in promozione si acquista e si rinnova per 1 o 2 anni} other {Qui si acquistano da 1 a {most} anni}}: la durata è rimasta com’era.',
    '{most, plural, =2 {A service on promotion is bought and renewed for 1 or 2 years} other {Here 1 to {most} years can be bought}}: the term is as it was.',
  ],
  'refusal.service-in-grace': [
    'Il servizio è scaduto: prima va riattivato, poi si possono aggiungere utenti.',
    'The service has expired: reactivate it first, then users can be added.',
  ],
  'refusal.service-not-active': [
    'Il servizio non è ancora attivo: si potranno aggiungere utenti dopo l’attivazione.',
    'The service is not active yet: users can be added after its activation.',
  ],
  'refusal.module-not-sold': [
    'I moduli si acquistano solo con Fatturazione Elettronica, non con Solo Ricezione.',
    'Modules are sold with Fatturazione Elettronica only, not with Solo Ricezione.',
  ],
  'refusal.module-already-active': [
    '{module} è già attivo su questo servizio.',
    '{module} is active on this service already.',
  ],
  'refusal.module-needs': [
    '{module} richiede {needs}: aggiungi prima quello.',
    '{module} needs {needs}: add that first.',
  ],
  'refusal.unknown-convention': [
    'Il codice convenzione {code} non è nel listino: il carrello è rimasto com’era.',
    'The convention code {code} is not in the price list: the cart is as it was.',
  ],
  'refusal.unknown.person': [
    'Questa persona non c’è più: l’elenco è stato aggiornato.',
    'This person is gone: the list was updated.',
  ],
  'refusal.unknown.service': ['Questo servizio non c’è più su Aruba.', 'This service is gone at Aruba.'],
  'refusal.unknown.client': ['Questo cliente non c’è più.', 'This client is gone.'],
  'refusal.unknown.cart': [
    'Questo carrello non c’è più: forse è già un ordine o un acquisto, o qualcuno l’ha svuotato. Guarda fra gli ordini o gli acquisti.',
    'This cart is gone: perhaps it is an order or a purchase already, or somebody emptied it. Look among the orders or the purchases.',
  ],
  'refusal.unknown.order': ['Questo ordine non c’è più.', 'This order is gone.'],
  'refusal.unknown.price-list': [
    'Manca un listino valido per oggi: accedi ad Aruba per leggerlo.',
    'No price list is valid today: sign in to Aruba to read it.',
  ],
  'refusal.unknown.firm': ['I dati dello studio mancano.', 'The firm’s data are missing.'],
  'refusal.duplicate-email': [
    '{email} è già di un’altra persona dell’elenco.',
    '{email} belongs to somebody else in the list.',
  ],
  'refusal.bad-vat-code': [
    'La partita IVA {vatCode} non è valida: 11 cifre, l’ultima di controllo, oppure la sigla di un paese e il suo numero.',
    'The VAT number {vatCode} is not valid: 11 digits, the last one a check digit, or the letters of a country and its number.',
  ],
  'refusal.duplicate-client': [
    'Questa partita IVA è già del cliente {name}.',
    'This VAT number belongs to the client {name} already.',
  ],
  'refusal.already-a-client': [
    '{holder} ha già un servizio con questa partita IVA.',
    '{holder} has a service with this VAT number already.',
  ],
  'refusal.no-free-seat': [
    '{free, plural, =0 {Non ci sono utenti liberi} one {C’è un solo utente libero} other {Ci sono # utenti liberi}}, {wanted, plural, one {ne serve #} other {ne servono #}}: aggiungi i mancanti al carrello.',
    '{free, plural, =0 {There is no free user} one {There is one free user} other {There are # free users}}, {wanted, plural, one {# is needed} other {# are needed}}: add the missing ones to the cart.',
  ],
  'refusal.person-has-left': [
    '{name} è uscito dallo studio: non può avere un utente.',
    '{name} has left the firm and cannot have a user.',
  ],
  'refusal.clauses-not-accepted': [
    'Per confermare servono tutte e tre le accettazioni.',
    'All three acceptances are needed to confirm.',
  ],
  'refusal.changed-by-other': [
    'Nel frattempo qualcun altro ha cambiato la stessa cosa: guarda com’è ora e ripeti. Niente è stato salvato.',
    'Somebody else has changed the same thing meanwhile: see how it is now and repeat. Nothing was saved.',
  ],
  'refusal.cart-conflict': [
    'Questo carrello è stato cambiato anche altrove: prima scegli quali valori tenere, poi ordina. Niente è stato inviato.',
    'This cart was changed elsewhere too: choose which values to keep first, then order. Nothing was sent.',
  ],
  'refusal.conflict-moved-on': [
    'Nel frattempo il carrello è cambiato di nuovo: guarda i valori aggiornati e scegli ancora. Niente è cambiato.',
    'The cart changed again meanwhile: look at the new values and choose once more. Nothing has changed.',
  ],
  'refusal.order-on-its-way': [
    'Per {holder} c’è già un ordine in corso. Niente è stato ordinato di nuovo: guarda in Ordini.',
    'There is an order under way for {holder}. Nothing was ordered again: look in Orders.',
  ],
  'refusal.order-not-cancellable': [
    'L’ordine {orderNumber} non è più in attesa di pagamento: non si può annullare.',
    'Order {orderNumber} no longer awaits payment: it cannot be cancelled.',
  ],
  'refusal.cancellation-on-its-way': [
    'L’annullamento dell’ordine {orderNumber} è già in corso.',
    'The cancellation of order {orderNumber} is on its way already.',
  ],
  'refusal.outcome-not-known': [
    'Aruba potrebbe averlo già ricevuto: si può ritirare solo quando l’esito è noto.',
    'Aruba may have received it: it can be withdrawn only when the outcome is known.',
  ],
  'refusal.price-list-exists': [
    'Il listino {version} è di Aruba e resta com’è: salva il tuo con un’altra versione.',
    'Price list {version} is Aruba’s and stays as it is: save yours under another version.',
  ],
  'refusal.price-list-day-taken': [
    'Il tuo listino {version} parte già da quel giorno: scegli un altro giorno.',
    'Your price list {version} starts on that day already: choose another day.',
  ],
  'refusal.too-many-views': [
    'Un elenco può avere al massimo {most} viste: togline una, o sostituiscine una con lo stesso nome.',
    'A list can have {most} views at most: remove one, or replace one by saving under its name.',
  ],
  'refusal.too-much-at-once': [
    'È troppo in una volta per il server dello studio condiviso: dividi l’elenco in due o più parti. Niente è cambiato.',
    'This is too much at once for the server of the shared studio: split the list into two or more parts. Nothing has changed.',
  ],
  'refusal.not-allowed': [
    'Il tuo ruolo in questo studio non lo permette. Chiedi a chi lo amministra.',
    'Your role in this studio does not allow it. Ask whoever administers it.',
  ],
  'refusal.nothing-to-redo': ['Non c’è niente da ripetere.', 'There is nothing to redo.'],
  'refusal.nothing-to-undo': ['Non c’è niente da annullare.', 'There is nothing to undo.'],
  'refusal.not-saved': [
    'Il disco non ha accettato il salvataggio: niente è cambiato. In alto è scritto perché, e che cosa fare.',
    'The disk did not take the save: nothing has changed. The top of the page says why, and what to do.',
  ],
  'sign-in-refusal.bad-account-form': [
    'Un account Aruba non contiene spazi. Di solito ha la forma 1234567@aruba.it.',
    'An Aruba account contains no spaces. It usually has the form 1234567@aruba.it.',
  ],
  'sign-in-refusal.wrong-credentials': [
    'Account o password non corretti. Niente è andato perso: riprova.',
    'Wrong account or password. Nothing is lost: try again.',
  ],
  'sign-in-refusal.unreachable': [
    'Aruba non è raggiungibile. Controlla la rete: il lavoro fatto è al sicuro e parte quando torna.',
    'Aruba cannot be reached. Check the network: your work is safe and leaves when it is back.',
  ],
  'sign-in-refusal.no-answer': [
    'Aruba non ha risposto in tempo. Il lavoro fatto è al sicuro: riprova fra un momento.',
    'Aruba did not answer in time. Your work is safe: try again in a moment.',
  ],
  'sign-in-refusal.rate-limited': [
    'Aruba accetta un accesso al minuto: Allinea riprova da sola. Il lavoro fatto è al sicuro.',
    'Aruba takes one sign-in a minute: Allinea tries again by itself. The work done is safe.',
  ],
  'sign-in-refusal.unreadable-answer': [
    'Aruba ha risposto in modo inatteso. Il lavoro fatto è al sicuro: riprova più tardi.',
    'Aruba answered in an unexpected way. Your work is safe: try again later.',
  ],
  'sign-in-refusal.bad-input': ['Scrivi account e password.', 'Type account and password.'],
  'vendor.0201': ['le cifre non coincidono con le sue.', 'the figures differ from its own.'],
  'vendor.0202': ['il servizio non è attivo.', 'the service is not active.'],
  'vendor.0203': [
    'c’è già un servizio per questa partita IVA.',
    'there is a service for this VAT number already.',
  ],
  'vendor.0204': ['l’ordine non si può più annullare.', 'the order can no longer be cancelled.'],
  'vendor.0205': ['l’ordine non esiste.', 'the order does not exist.'],
  'vendor.0206': [
    'la data di conferma è troppo lontana: conferma di nuovo dal carrello.',
    'the day of confirmation is too far away: confirm again from the cart.',
  ],
  'vendor.0207': ['l’acquisto non è possibile.', 'the purchase is not possible.'],
  'vendor.0208': [
    'nel pannello ci sono ancora più utenti di quelli da rinnovare: eliminali lì, poi riduci.',
    'the panel still has more users than are to be renewed: delete them there, then reduce.',
  ],
  'vendor.0209': [
    'il rinnovo automatico è attivo: il servizio si rinnova da sé.',
    'automatic renewal is on: the service renews itself.',
  ],
  'vendor.0210': ['lo spazio da togliere è occupato.', 'the space to give up is in use.'],
  'vendor.0211': ['non c’è un metodo di pagamento memorizzato.', 'there is no stored payment method.'],
  'vendor.0212': ['l’ordine è già pagato o annullato.', 'the order is already paid or cancelled.'],
  'vendor.0213': [
    'per questo servizio c’è già un altro ordine in corso, fatto altrove: guarda in Ordini.',
    'another order is under way for this service, placed elsewhere: look in Orders.',
  ],
  'vendor.0221': ['tutti gli utenti acquistati sono in uso.', 'all bought users are in use.'],
  'vendor.0222': [
    'il nome utente vuole almeno 8 caratteri, solo lettere e cifre.',
    'the username takes 8 or more characters, letters and digits only.',
  ],
  'vendor.0223': ['il nome utente è già stato usato.', 'the username was used before.'],
  'vendor.0224': [
    'a un permesso ne manca un altro che gli serve.',
    'a permission lacks another one that it needs.',
  ],
  'vendor.0225': [
    'un permesso riguarda un modulo che non è attivo.',
    'a permission is for a module that is not active.',
  ],
  'vendor.0226': ['l’utente non esiste.', 'the user does not exist.'],
  'vendor.other': ['{description} (codice {code}).', '{description} (code {code}).'],
  'refusal.read-only': [
    'Lo studio è aperto su un altro computer: qui si può solo leggere. Nulla è stato cambiato.',
    'The studio is open on another computer: here one can only read. Nothing was changed.',
  ],
  'refusal.bought-at-aruba': [
    'In uno studio tuo gli ordini si fanno nelle pagine di Aruba: qui non è partito nulla. Prepara l’acquisto dal carrello.',
    'A studio of your own orders in Aruba’s pages: nothing was sent from here. Prepare the purchase from the cart.',
  ],
} as const;
