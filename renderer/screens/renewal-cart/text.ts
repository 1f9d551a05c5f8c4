/** The renewal, reactivation and automatic renewal of one service. [Italian, English] */
export const renewalCartText = {
  'renewal.renew': ['Rinnova', 'Renew'],
  'renewal.reactivate': ['Riattiva', 'Reactivate'],
  'renewal.cart-of': ['{holder}, rinnovo', '{holder}, renewal'],
  'renewal.lead': ['Rinnovo: {holder}, {kind}', 'Renewal: {holder}, {kind}'],
  'renewal.lead-reactivation': ['Riattivazione: {holder}, {kind}', 'Reactivation: {holder}, {kind}'],
  'renewal.again': ['Ricomincia', 'Start again'],
  'renewal.again-done': [
    'Rinnovo ricominciato: tutte le voci, un anno.',
    'Renewal started again: every item, one year.',
  ],
  'renewal.term': ['Durata del rinnovo', 'Term of the renewal'],
  'renewal.until': ['nuova scadenza {day}', 'new expiry {day}'],
  'renewal.promotional': [
    'Acquistato in promozione: Aruba lo rinnova per 1 o 2 anni alla volta.',
    'Bought on promotion: Aruba renews it for 1 or 2 years at a time.',
  ],
  'renewal.term-text': [
    'Gli anni si contano dalla scadenza di oggi, {from}: rinnovando prima non si perde nemmeno un giorno.',
    'The years are counted from today’s expiry, {from}: renewing early loses not a single day.',
  ],
  'renewal.term-grace': [
    'Il servizio è scaduto il {from}: gli anni si contano da quel giorno, per scelta di Allinea. I dati restano fino al {end}.',
    'The service expired on {from}: the years are counted from that day, by Allinea’s own choice. The data stay until {end}.',
  ],
  'renewal.limit': [
    'Il pagamento va registrato entro {limit}: con bonifico paga entro {transfer}, con carta o PayPal entro {card}.',
    'The payment has to be registered by {limit}: pay by bank transfer by {transfer}, by card or PayPal by {card}.',
  ],
  'renewal.limit-passed': [
    'Il rinnovo andava registrato entro {limit}: paga con carta o PayPal, che si registrano subito.',
    'The renewal had to be registered by {limit}: pay by card or PayPal, which are registered at once.',
  ],
  'renewal.items': ['Che cosa si rinnova', 'What is renewed'],
  'renewal.items-count': [
    '{count, plural, one {# voce} other {# voci}}',
    '{count, plural, one {# item} other {# items}}',
  ],
  'renewal.leave-out': ['Non rinnovare', 'Do not renew'],
  'renewal.leave-out-of': ['Non rinnovare: {item}, scadenza {day}', 'Do not renew: {item}, expiry {day}'],
  'renewal.take-in': ['Rinnova', 'Renew'],
  'renewal.take-in-of': ['Rinnova anche: {item}, scadenza {day}', 'Renew too: {item}, expiry {day}'],
  'renewal.left-out': [
    '{quantity, plural, one {non si rinnova: finisce il {day}} other {# non si rinnovano: finiscono il {day}}}',
    '{quantity, plural, one {not renewed: it ends on {day}} other {# not renewed: they end on {day}}}',
  ],
  'renewal.reduced': [
    '{kept} di {all}: {gone, plural, one {uno finisce} other {# finiscono}} il {day}',
    '{kept} of {all}: {gone, plural, one {one ends} other {# end}} on {day}',
  ],
  'renewal.untouched': [
    'già pagato oltre la nuova scadenza: resta com’è',
    'paid beyond the new expiry already: stays as it is',
  ],
  'renewal.missing': ['mancano {distance}', '{distance} missing'],
  'renewal.quantities': ['Quanti rinnovarne', 'How many to renew'],
  'renewal.users': ['Utenti aggiuntivi da rinnovare', 'Additional users to renew'],
  'renewal.users-fewer': ['Rinnova un utente in meno', 'Renew one user fewer'],
  'renewal.users-more': ['Rinnova un utente in più', 'Renew one user more'],
  'renewal.users-note': [
    'di {most}; {configured, plural, =0 {nessuno configurato} one {uno configurato} other {# configurati}} nel pannello',
    'of {most}; {configured, plural, =0 {none configured} one {one configured} other {# configured}} in the panel',
  ],
  'renewal.space': ['GB aggiuntivi da rinnovare', 'Extra GB to renew'],
  'renewal.space-fewer': ['Rinnova un GB in meno', 'Renew one GB fewer'],
  'renewal.space-more': ['Rinnova un GB in più', 'Renew one GB more'],
  'renewal.space-note': ['di {most}; {used} GB occupati', 'of {most}; {used} GB in use'],
  'renewal.reduce-only': [
    'Al rinnovo si può solo ridurre; per averne di più si usa Aggiungi.',
    'A renewal can only reduce; for more there is Add.',
  ],
  'renewal.panel-title': [
    'Prima il pannello: {surplus, plural, one {un utente va eliminato} other {# utenti vanno eliminati}}',
    'The panel first: {surplus, plural, one {one user has to be deleted} other {# users have to be deleted}}',
  ],
  'renewal.panel-text': [
    'Nel pannello {configured, plural, one {è configurato un utente} other {sono configurati # utenti}} e {wanted, plural, =0 {non se ne rinnoverebbe nessuno} one {se ne rinnoverebbe uno} other {se ne rinnoverebbero #}}: Aruba non toglie dal rinnovo chi è ancora nel pannello. Il carrello è rimasto com’era.',
    'The panel has {configured, plural, one {one user} other {# users}} configured and {wanted, plural, =0 {none} one {one} other {#}} would be renewed: Aruba does not drop from the renewal who is still in the panel. The cart is as it was.',
  ],
  'renewal.panel-step-1': [
    'Libera l’utente di chi non lo usa più: Allinea chiede al pannello di eliminarlo.',
    'Free the user of whoever no longer needs one: Allinea asks the panel to delete it.',
  ],
  'renewal.panel-step-2': [
    'Quando l’eliminazione è confermata, riduci: il pulsante compare qui.',
    'Once the deletion is confirmed, reduce: the button appears here.',
  ],
  'renewal.panel-users': ['Utenti configurati nel pannello', 'Users configured in the panel'],
  'renewal.panel-left': ['non è più nello studio dal {day}', 'left the firm on {day}'],
  'renewal.panel-deleting': ['eliminazione in corso', 'being deleted'],
  'renewal.panel-former': [
    'utente tolto, ancora da eliminare nel pannello',
    'user taken back, still to be deleted in the panel',
  ],
  'renewal.panel-other': [
    'non è nel personale: si elimina nel pannello Aruba',
    'not in the firm’s staff list: deleted in Aruba’s panel',
  ],
  'renewal.panel-keep': ['Lascia com’è', 'Leave it as it is'],
  'renewal.panel-done': ['Il pannello ora lo permette.', 'The panel allows it now.'],
  'renewal.panel-reduce': ['Riduci a {to}', 'Reduce to {to}'],
  'renewal.sum': [
    'Rinnovo, {count, plural, one {# voce} other {# voci}}',
    'Renewal, {count, plural, one {# item} other {# items}}',
  ],
  'renewal.usable': [
    'Pagando oggi con {method}, il pagamento è registrato {day}: da quel giorno valgono le nuove scadenze.',
    'Paying today by {method}, the payment is registered {day}: the new expiries hold from that day.',
  ],
  'renewal.order': [
    'Rinnovo per {years, plural, one {# anno} other {# anni}}',
    'Renewal for {years, plural, one {# year} other {# years}}',
  ],
  'renewal.order-usable': ['nuove scadenze valide {day}', 'the new expiries hold {day}'],
  'auto.title': ['Rinnovo automatico', 'Automatic renewal'],
  'auto.debit': [
    '{day}, sette giorni prima della scadenza: Aruba addebita il metodo memorizzato e rinnova tutto il servizio.',
    '{day}, seven days before the expiry: Aruba debits the stored method and renews the whole service.',
  ],
  'auto.debit-past': [
    'Il giorno dell’addebito ({day}) è passato: guarda in Ordini se ce n’è uno da pagare.',
    'The day of the debit ({day}) is past: look in Orders for one to pay.',
  ],
  'auto.hidden': [
    'Finché è attivo, Rinnova e Riattiva non compaiono.',
    'While it is on, Renew and Reactivate are hidden.',
  ],
  'auto.failed-card': [
    'Se l’addebito non riesce il servizio non si rinnova: resta un ordine con Paga e Annulla.',
    'If the debit fails the service is not renewed: an order with Pay and Cancel is left.',
  ],
  'auto.off': [
    'Il servizio si rinnova a mano, con Rinnova. Aruba lo attiva quando paghi con carta o PayPal; da qui si riattiva solo se il metodo è ancora memorizzato.',
    'The service is renewed by hand, with Renew. Aruba switches it on when you pay by card or PayPal; from here only while the method is still stored.',
  ],
  'auto.pending-on': [
    'Attivazione da confermare: Aruba non ha ancora risposto.',
    'To be switched on: Aruba has not answered yet.',
  ],
  'auto.pending-off': [
    'Disattivazione da confermare: Aruba non ha ancora risposto.',
    'To be switched off: Aruba has not answered yet.',
  ],
  'auto.refused': ['Aruba non lo ha cambiato: {why}', 'Aruba did not change it: {why}'],
  'auto.will': [
    'Pagando con {method} Aruba memorizza il metodo e attiva il rinnovo automatico: addebito sette giorni prima della scadenza, e Rinnova non compare più. Si disattiva in Gestisci.',
    'Paying by {method} makes Aruba store the method and switch automatic renewal on: debit seven days before the expiry, and Renew is hidden. It is switched off under Manage.',
  ],
  'auto.is-on': [
    'Con questo pagamento il rinnovo automatico è attivo: prossimo addebito {day}. Si disattiva in Gestisci.',
    'With this payment automatic renewal is on: next debit on {day}. It is switched off under Manage.',
  ],
  'auto.left-order': [
    'L’addebito automatico non è riuscito e il servizio non è stato rinnovato: l’ordine {number} aspetta il pagamento.',
    'The automatic debit failed and the service was not renewed: order {number} awaits its payment.',
  ],
  'auto.pay': ['Paga', 'Pay'],
  'auto.cancel': ['Annulla', 'Cancel'],
  'form.confirmed-automatic': [
    'Ordine confermato e salvato. Con questo pagamento Aruba attiva il rinnovo automatico.',
    'Order confirmed and saved. With this payment Aruba switches automatic renewal on.',
  ],
  'status.fix-grace': [
    '{holder}: scaduto, si riattiva fino al {day}',
    '{holder}: expired, can be reactivated until {day}',
  ],
  'status.fix-renew': ['{holder}: da rinnovare, scade il {day}', '{holder}: to renew, expires on {day}'],
  'status.fix-debit': [
    '{holder}: addebito automatico non riuscito, ordine {number} da pagare',
    '{holder}: the automatic debit failed, order {number} to pay',
  ],
  'sync.automatic-on': [
    'Rinnovo automatico da attivare, {holder}',
    'Automatic renewal to switch on, {holder}',
  ],
  'sync.automatic-off': [
    'Rinnovo automatico da disattivare, {holder}',
    'Automatic renewal to switch off, {holder}',
  ],
  'sync.renewal': ['Rinnovo di {holder}', 'Renewal of {holder}'],
  'sync.renewal-emptied': [
    'Rinnovo di {holder}, da svuotare anche su Aruba',
    'Renewal of {holder}, to be emptied at Aruba too',
  ],
  'cart-line.leave-out': ['Non rinnovare: {item}', 'Do not renew: {item}'],
  'cart-line.item-of': ['{quantity} × {item}, scadenza {day}', '{quantity} × {item}, expiry {day}'],
  'cart-line.item-gone': ['una voce che non c’è più', 'an item that is gone'],
  'cart-line.reduce-user': ['Utenti aggiuntivi da rinnovare', 'Additional users to renew'],
  'cart-line.reduce-extra-gb': ['GB aggiuntivi da rinnovare', 'Extra GB to renew'],
  'cart-line.all': ['tutti', 'all'],
  'refusal.automatic-renewal-on': [
    'Il rinnovo automatico di {holder} è attivo: il servizio si rinnova da sé. Per rinnovare a mano disattivalo in Gestisci.',
    'Automatic renewal is on for {holder}: the service renews itself. To renew by hand, switch it off under Manage.',
  ],
  'refusal.renewal-switch-on-its-way': [
    'Il cambio del rinnovo automatico di {holder} è già in viaggio verso Aruba: aspetta la risposta.',
    'The change of automatic renewal for {holder} is on its way to Aruba: wait for the answer.',
  ],
  'refusal.space-occupied': [
    'Sono occupati {used} GB e ne resterebbero {left}: si può ridurre solo lo spazio libero.',
    '{used} GB are in use and {left} would be left: only free space can be given up.',
  ],
} as const;
