/** What Aruba's cart showed, against what was expected (rule K, step 4). [Italian, English] */
export const seenText = {
  'seen.compare-title': ['4. Che cosa mostra il carrello di Aruba?', '4. What does Aruba’s cart show?'],
  'seen.compare-hint': ['si può copiare e incollare', 'can be copied and pasted'],
  'seen.vat': ['IVA', 'VAT'],
  'seen.more-figures': ['Anche righe e date', 'Lines and dates too'],
  'seen.line-net': ['{line}: imponibile', '{line}: net'],
  'seen.users-until': ['Utenti nuovi fino al', 'New users until'],
  'seen.bad-money': ['Non è un importo in euro.', 'This is not an amount in euro.'],
  'seen.equal': ['Uguale al centesimo a quanto previsto.', 'Equal to the cent to what was expected.'],
  'seen.difference': [
    '{amount} {sign, select, less {in meno} other {in più}} del previsto.',
    '{amount} {sign, select, less {less} other {more}} than expected.',
  ],
  'seen.not-equal': ['Diverso dal previsto.', 'Different from what was expected.'],
  'seen.one-rule': [
    'Una sola regola dà questo totale: {fit}. Finora hai usato «{used}».',
    'Only one rule gives this total: {fit}. So far you used “{used}”.',
  ],
  'seen.several-rules': [
    'Più di una regola dà questo totale: {fits}.',
    'More than one rule gives this total: {fits}.',
  ],
  'seen.ask-line': [
    'Per distinguerle guarda la riga {line} e scrivila qui sotto.',
    'To tell them apart look at the line {line} and type it below.',
  ],
  'seen.ask-total': ['Per distinguerle scrivi anche {what}.', 'To tell them apart type {what} too.'],
  'seen.ask-net': ['l’imponibile', 'the net amount'],
  'seen.ask-vat': ['l’IVA', 'the VAT'],
  'seen.ask-gross': ['il totale', 'the total'],
  'seen.ask-nothing': [
    'Serve ancora una cifra, ma non di questo carrello: qui sono tutte uguali.',
    'One more figure is needed, but not of this cart: here they are all the same.',
  ],
  'seen.would-decide': [
    'Metti nel carrello di Aruba {quantity, plural, one {# utente} other {# utenti}} per {holder}, senza ordinare, e scrivi il totale: {totals}.',
    'Put {quantity, plural, one {# user} other {# users}} for {holder} into Aruba’s cart, without ordering, and type the total: {totals}.',
  ],
  'seen.further-total': ['Totale per {holder}', 'Total for {holder}'],
  'seen.record-figure': ['Registra la cifra', 'Record the figure'],
  'seen.figure-recorded': ['Cifra registrata fra le prove.', 'Figure recorded as evidence.'],
  'seen.decides-from': [
    'Oggi nessun carrello dei tuoi servizi le distingue. Lo farà un acquisto dal {day}: fino ad allora nessuna regola viene proposta.',
    'Today no cart of your services tells them apart. A purchase from {day} on will: until then no rule is proposed.',
  ],
  'seen.none-decides': [
    'Nessun carrello dei tuoi servizi le distingue nei prossimi due mesi: nessuna regola viene proposta.',
    'No cart of your services tells them apart in the next two months: no rule is proposed.',
  ],
  'seen.no-rule': [
    'Nessuna regola dà questo totale. Ricontrolla le cifre, poi scegli una causa: resta scritta accanto all’acquisto.',
    'No rule gives this total. Check the figures, then choose a cause: it stays beside the purchase.',
  ],
  'seen.cannot-price': [
    'Con i dati di quando è stato preparato, oggi questo acquisto non si può più calcolare. Se l’ordine esiste già in Aruba, premi «Non so se è andato a buon fine» e scrivi il suo numero; altrimenti abbandonalo e preparane un altro.',
    'With the data that it was prepared with, this purchase can no longer be computed today. If the order exists at Aruba, press “I do not know whether it went through” and type its number; otherwise abandon it and prepare another one.',
  ],
  'seen.cause': ['Causa', 'Cause'],
  'seen.cause-choose': ['Scegli una causa', 'Choose a cause'],
  'seen.note': ['Nota', 'Note'],
  'seen.adopt': ['Adotta la regola', 'Adopt the rule'],
  'seen.other-evidence': [
    'Altri acquisti dicono altro: finché non si chiarisce, nessuna regola viene proposta.',
    'Other purchases say otherwise: until that is settled, no rule is proposed.',
  ],
  'seen.frozen-stays': [
    'Il preventivo resta quello del {day}. La differenza resta scritta accanto all’acquisto e nella previsione, finché non è spiegata.',
    'The quote stays as of {day}. The difference stays beside the purchase and in the forecast until it is explained.',
  ],
} as const;
