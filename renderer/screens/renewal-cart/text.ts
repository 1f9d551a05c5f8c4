/** The renewal and the reactivation of one service. [Italian, English] */
export const renewalCartText = {
  'renewal-cart.renew': ['Rinnova', 'Renew'],
  'renewal-cart.reactivate': ['Riattiva', 'Reactivate'],
  'renewal-cart.cart-of': ['{holder}, rinnovo', '{holder}, renewal'],
  'renewal-cart.lead': ['Rinnovo: {holder}, {kind}', 'Renewal: {holder}, {kind}'],
  'renewal-cart.lead-reactivation': ['Riattivazione: {holder}, {kind}', 'Reactivation: {holder}, {kind}'],
  'renewal-cart.again': ['Ricomincia', 'Start again'],
  'renewal-cart.again-done': [
    'Rinnovo ricominciato: tutte le voci, un anno.',
    'Renewal started again: every item, one year.',
  ],
  'renewal-cart.term': ['Durata del rinnovo', 'Term of the renewal'],
  'renewal-cart.until': ['nuova scadenza {day}', 'new expiry {day}'],
  'renewal-cart.promotional': [
    'Acquistato in promozione: Aruba lo rinnova per 1 o 2 anni alla volta.',
    'Bought on promotion: Aruba renews it for 1 or 2 years at a time.',
  ],
  'renewal-cart.term-text': [
    'Gli anni si contano dalla scadenza di oggi, {from}: rinnovando prima non si perde nemmeno un giorno.',
    'The years are counted from today’s expiry, {from}: renewing early loses not a single day.',
  ],
  'renewal-cart.term-grace': [
    'Il servizio è scaduto il {from}: gli anni si contano da quel giorno, per scelta di Allinea. I dati restano fino al {end}.',
    'The service expired on {from}: the years are counted from that day, by Allinea’s own choice. The data stay until {end}.',
  ],
  'renewal-cart.limit': [
    'Il pagamento va registrato entro {limit}: con bonifico paga entro {transfer}, con carta o PayPal entro {card}.',
    'The payment has to be registered by {limit}: pay by bank transfer by {transfer}, by card or PayPal by {card}.',
  ],
  'renewal-cart.limit-passed': [
    'Il rinnovo andava registrato entro {limit}: paga con carta o PayPal, che si registrano subito.',
    'The renewal had to be registered by {limit}: pay by card or PayPal, which are registered at once.',
  ],
  'renewal-cart.items': ['Che cosa si rinnova', 'What is renewed'],
  'renewal-cart.items-count': [
    '{count, plural, one {# voce} other {# voci}}',
    '{count, plural, one {# item} other {# items}}',
  ],
  'renewal-cart.leave-out': ['Non rinnovare', 'Do not renew'],
  'renewal-cart.leave-out-of': [
    'Non rinnovare: {item}, scadenza {day}',
    'Do not renew: {item}, expiry {day}',
  ],
  'renewal-cart.take-in': ['Rinnova', 'Renew'],
  'renewal-cart.take-in-of': ['Rinnova anche: {item}, scadenza {day}', 'Renew too: {item}, expiry {day}'],
  'renewal-cart.left-out': [
    '{quantity, plural, one {non si rinnova: finisce il {day}} other {# non si rinnovano: finiscono il {day}}}',
    '{quantity, plural, one {not renewed: it ends on {day}} other {# not renewed: they end on {day}}}',
  ],
  'renewal-cart.reduced': [
    '{kept} di {all}: {gone, plural, one {uno finisce} other {# finiscono}} il {day}',
    '{kept} of {all}: {gone, plural, one {one ends} other {# end}} on {day}',
  ],
  'renewal-cart.untouched': [
    'già pagato oltre la nuova scadenza: resta com’è',
    'paid beyond the new expiry already: stays as it is',
  ],
  'renewal-cart.missing': ['mancano {distance}', '{distance} missing'],
  'renewal-cart.quantities': ['Quanti rinnovarne', 'How many to renew'],
  'renewal-cart.users': ['Utenti aggiuntivi da rinnovare', 'Additional users to renew'],
  'renewal-cart.users-fewer': ['Rinnova un utente in meno', 'Renew one user fewer'],
  'renewal-cart.users-more': ['Rinnova un utente in più', 'Renew one user more'],
  'renewal-cart.users-note': [
    'di {most}; {configured, plural, =0 {nessuno configurato} one {uno configurato} other {# configurati}} nel pannello',
    'of {most}; {configured, plural, =0 {none configured} one {one configured} other {# configured}} in the panel',
  ],
  'renewal-cart.space': ['GB aggiuntivi da rinnovare', 'Extra GB to renew'],
  'renewal-cart.space-fewer': ['Rinnova un GB in meno', 'Renew one GB fewer'],
  'renewal-cart.space-more': ['Rinnova un GB in più', 'Renew one GB more'],
  'renewal-cart.space-note': ['di {most}; {used} GB occupati', 'of {most}; {used} GB in use'],
  'renewal-cart.reduce-only': [
    'Al rinnovo si può solo ridurre; per averne di più si usa Aggiungi.',
    'A renewal can only reduce; for more there is Add.',
  ],
  'renewal-cart.panel-title': [
    'Prima il pannello: {surplus, plural, one {un utente va eliminato} other {# utenti vanno eliminati}}',
    'The panel first: {surplus, plural, one {one user has to be deleted} other {# users have to be deleted}}',
  ],
  'renewal-cart.panel-text': [
    'Nel pannello {configured, plural, one {è configurato un utente} other {sono configurati # utenti}} e {wanted, plural, =0 {non se ne rinnoverebbe nessuno} one {se ne rinnoverebbe uno} other {se ne rinnoverebbero #}}: Aruba non toglie dal rinnovo chi è ancora nel pannello. Il carrello è rimasto com’era.',
    'The panel has {configured, plural, one {one user} other {# users}} configured and {wanted, plural, =0 {none} one {one} other {#}} would be renewed: Aruba does not drop from the renewal who is still in the panel. The cart is as it was.',
  ],
  'renewal-cart.panel-step-1': [
    'Libera l’utente di chi non lo usa più: Allinea chiede al pannello di eliminarlo.',
    'Free the user of whoever no longer needs one: Allinea asks the panel to delete it.',
  ],
  'renewal-cart.panel-step-2': [
    'Quando l’eliminazione è confermata, riduci: il pulsante compare qui.',
    'Once the deletion is confirmed, reduce: the button appears here.',
  ],
  'renewal-cart.panel-users': ['Utenti configurati nel pannello', 'Users configured in the panel'],
  'renewal-cart.panel-left': ['non è più nello studio dal {day}', 'left the firm on {day}'],
  'renewal-cart.panel-deleting': ['eliminazione in corso', 'being deleted'],
  'renewal-cart.panel-former': [
    'utente tolto, ancora da eliminare nel pannello',
    'user taken back, still to be deleted in the panel',
  ],
  'renewal-cart.panel-other': [
    'non è nel personale: si elimina nel pannello Aruba',
    'not in the firm’s staff list: deleted in Aruba’s panel',
  ],
  'renewal-cart.panel-keep': ['Lascia com’è', 'Leave it as it is'],
  'renewal-cart.panel-done': ['Il pannello ora lo permette.', 'The panel allows it now.'],
  'renewal-cart.panel-reduce': ['Riduci a {to}', 'Reduce to {to}'],
  'renewal-cart.sum': [
    'Rinnovo, {count, plural, one {# voce} other {# voci}}',
    'Renewal, {count, plural, one {# item} other {# items}}',
  ],
  'renewal-cart.usable': [
    'Pagando oggi con {method}, il pagamento è registrato {day}: da quel giorno valgono le nuove scadenze.',
    'Paying today by {method}, the payment is registered {day}: the new expiries hold from that day.',
  ],
  'renewal-cart.order': [
    'Rinnovo per {years, plural, one {# anno} other {# anni}}',
    'Renewal for {years, plural, one {# year} other {# years}}',
  ],
  'renewal-cart.order-usable': ['nuove scadenze valide {day}', 'the new expiries hold {day}'],
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
