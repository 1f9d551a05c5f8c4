/** The invoices that arrived from Aruba. [Italian, English] */
export const invoicesText = {
  'nav.invoices': ['Fatture', 'Invoices'],
  'invoices.title': ['Fatture', 'Invoices'],
  'invoices.lead': [
    '{count, plural, one {# fattura} other {# fatture}} di Aruba, riga per riga con il testo originale.',
    '{count, plural, one {# invoice} other {# invoices}} of Aruba, line by line with the original text.',
  ],
  'invoices.empty-title': ['Le fatture che ricevi da Aruba', 'The invoices that you receive from Aruba'],
  'invoices.empty-text': [
    'Scarica le fatture elettroniche di Aruba dal pannello, da «Fatture e Corrispettivi» o dalla posta, e scegli i file. Allinea legge ogni riga, la mette accanto al servizio e all’acquisto, e dice se l’importo è quello previsto.',
    'Download Aruba’s electronic invoices from the panel, from “Fatture e Corrispettivi” or from your mail, and choose the files. Allinea reads each line, puts it beside its service and purchase, and says whether the amount is the expected one.',
  ],
  'invoices.empty-1': [
    'Conta chi emette la fattura: quelle degli altri fornitori vengono rifiutate per nome.',
    'What counts is who issues the invoice: those of other suppliers are refused by name.',
  ],
  'invoices.empty-2': [
    'PEC, domini, hosting e firme si contano e non si importano.',
    'PEC, domains, hosting and signatures are counted and not imported.',
  ],
  'invoices.empty-3': [
    'Dalle e-mail non resta nessun collegamento e nessun IBAN.',
    'No link and no IBAN is kept of an e-mail.',
  ],
  'invoices.list': ['Fatture registrate', 'Recorded invoices'],
  'invoices.search': ['Cerca numero, testo, servizio, ordine', 'Search number, text, service, order'],
  'invoices.none-found': ['Nessuna fattura con queste parole.', 'No invoice with these words.'],
  'invoices.number': ['Numero', 'Number'],
  'invoices.day': ['Data', 'Date'],
  'invoices.supplier': ['Da', 'From'],
  'invoices.customer': ['Intestata a', 'Issued to'],
  'invoices.lines': ['Righe', 'Lines'],
  'invoices.net': ['Netto', 'Net'],
  'invoices.total': ['Totale', 'Total'],
  'invoices.from-file': ['dal file {source}', 'from the file {source}'],
  'invoices.recorded': ['registrata da {by} il {day}', 'recorded by {by} on {day}'],
  'invoices.left-out': [
    '{count, plural, one {Una riga non è stata presa} other {# righe non sono state prese}}: altri prodotti, righe senza importo o lasciate fuori.',
    '{count, plural, one {One line was not taken} other {# lines were not taken}}: other products, lines without an amount, or left out.',
  ],
  'invoices.col-line': ['Riga', 'Line'],
  'invoices.no-service': ['nessun servizio', 'no service'],
  'invoices.unknown-kind': ['senza tipo', 'no kind'],
  'invoices.forget': ['Togli dall’elenco', 'Take out of the list'],
  'invoices.forgotten': [
    'Fattura {number} tolta. I dati che erano andati nel registro restano.',
    'Invoice {number} taken out. What went to the register stays.',
  ],
  'invoices.own-suppliers': ['Fornitori aggiunti', 'Added suppliers'],
  'invoices.own-suppliers-text': [
    'Oltre ad Aruba si leggono le fatture di questi fornitori. Togliendone uno, quelle già registrate restano.',
    'Besides Aruba’s, the invoices of these suppliers are read. If one is removed, recorded invoices stay.',
  ],
  'invoices.supplier-remove': ['Togli', 'Remove'],
  'invoices.supplier-remove-name': ['Togli {name}', 'Remove {name}'],
  'invoices.supplier-removed': [
    '{name} non è più tra i fornitori.',
    '{name} is no longer among the suppliers.',
  ],
} as const;
