/** Why a file or a document in it gives nothing. [Italian, English] */
export const invoiceRefusalText = {
  'invoice-refusal.not-xml': [
    'Il file è rovinato o non è una fattura elettronica.',
    'The file is damaged or no electronic invoice.',
  ],
  'invoice-refusal.declares-entities': [
    'Il file contiene dichiarazioni DOCTYPE, che nelle fatture non ci sono: non è stato letto.',
    'The file has DOCTYPE declarations, which invoices do not have: it was not read.',
  ],
  'invoice-refusal.too-deep': [
    'Il file ha troppi livelli per essere una fattura.',
    'The file has too many levels for an invoice.',
  ],
  'invoice-refusal.too-many-elements': [
    'Il file ha troppi elementi per essere una fattura.',
    'The file has too many elements for an invoice.',
  ],
  'invoice-refusal.incomplete-invoice': [
    'Nella fattura {field} {text, select, none {manca} other {non si legge: «{text}»}}. Nulla di questo file è stato preso.',
    'In the invoice {field} {text, select, none {is missing} other {cannot be read: “{text}”}}. Nothing of this file was taken.',
  ],
  'invoice-refusal.other-supplier': [
    'È una fattura di {name} ({vatCode}), non di Aruba. Conta chi la emette, non chi la trasmette.',
    'It is an invoice of {name} ({vatCode}), not of Aruba. What counts is who issues it, not who sends it.',
  ],
  'invoice-refusal.other-xml': ['Non è una fattura: {what}.', 'It is no invoice: {what}.'],
  'invoice-refusal.not-signed': [
    'Il file .p7m non contiene una firma che si possa aprire.',
    'The .p7m file holds no signature that can be opened.',
  ],
  'invoice-refusal.damaged-signature': ['Il file firmato è rovinato.', 'The signed file is damaged.'],
  'invoice-refusal.signature-alone': [
    'C’è solo la firma: la fattura è in un altro file.',
    'There is only the signature: the invoice is in another file.',
  ],
  'invoice-refusal.encrypted-envelope': [
    'Il file è cifrato: qui non si può aprire.',
    'The file is encrypted: it cannot be opened here.',
  ],
  'invoice-refusal.signed-too-often': [
    'Il file è firmato più di quattro volte, una dentro l’altra.',
    'The file is signed more than four times, one in another.',
  ],
  'invoice-refusal.damaged-zip': ['L’archivio è rovinato.', 'The archive is damaged.'],
  'invoice-refusal.protected-zip': [
    'L’archivio è protetto da una password: aprilo e scegli i file.',
    'The archive has a password: open it and choose the files.',
  ],
  'invoice-refusal.zip-too-large': [
    'Il file nell’archivio è più grande di quanto dichiara: non è stato aperto.',
    'The file in the archive is larger than it says: it was not opened.',
  ],
  'invoice-refusal.zip-in-zip': [
    'È un archivio dentro un archivio: aprilo e scegli quello interno.',
    'It is an archive in an archive: open it and choose the inner one.',
  ],
  'invoice-refusal.damaged-mail': [
    'L’e-mail è rovinata o ha troppe parti.',
    'The e-mail is damaged or has too many parts.',
  ],
  'invoice-refusal.empty-file': ['Il file è vuoto.', 'The file is empty.'],
  'invoice-refusal.too-large': [
    'Il file pesa {size} MB: il limite è {most} MB.',
    'The file has {size} MB: the limit is {most} MB.',
  ],
  'invoice-refusal.too-much-together': [
    'Insieme i documenti superano {most} MB: questo non è stato letto. Importalo a parte.',
    'Together the documents exceed {most} MB: this one was not read. Import it apart.',
  ],
  'invoice-refusal.too-many-documents': [
    'Sono più di {most} documenti: {left, plural, one {questo non è stato letto} other {# non sono stati letti}}. Importali a parte.',
    'There are more than {most} documents: {left, plural, one {this one was not read} other {# were not read}}. Import them apart.',
  ],
  'invoice-refusal.no-document': [
    '{form, select, pdf {È un PDF: la fattura elettronica è il file .xml o .p7m.} outlook {È un messaggio di Outlook: salvalo come .eml.} image {È un’immagine.} mail {È un’e-mail dentro un archivio: scegli il file .eml.} other {Non è una fattura né un’e-mail.}}',
    '{form, select, pdf {It is a PDF: the electronic invoice is the .xml or .p7m file.} outlook {It is an Outlook message: save it as .eml.} image {It is a picture.} mail {It is an e-mail in an archive: choose the .eml file.} other {It is neither an invoice nor an e-mail.}}',
  ],
  'invoice-refusal.same-invoice': [
    'La fattura {number} è già in questo gruppo: {first}.',
    'Invoice {number} is among these already: {first}.',
  ],
  'invoice-refusal.xml-delivery-receipt': ['una ricevuta di consegna', 'a delivery receipt'],
  'invoice-refusal.xml-rejection': ['una notifica di scarto', 'a notice of rejection'],
  'invoice-refusal.xml-failed-delivery': ['una notifica di mancata consegna', 'a notice of failed delivery'],
  'invoice-refusal.xml-outcome': ['una notifica di esito', 'a notice of the outcome'],
  'invoice-refusal.xml-deadline': ['una notifica di decorrenza termini', 'a notice of a passed deadline'],
  'invoice-refusal.xml-attestation': ['un’attestazione di trasmissione', 'an attestation of transmission'],
  'invoice-refusal.xml-metadata': ['un file di metadati', 'a file of metadata'],
  'invoice-refusal.xml-order': ['un ordine elettronico', 'an electronic order'],
  'invoice-refusal.xml-feed': ['un elenco di notizie (RSS)', 'a news feed (RSS)'],
  'invoice-refusal.xml-page': ['una pagina web', 'a web page'],
  'invoice-refusal.xml-spreadsheet': ['un foglio di calcolo', 'a spreadsheet'],
  'invoice-refusal.xml-vat-communication': ['una comunicazione IVA', 'a VAT communication'],
  'invoice-refusal.xml-other': ['un altro documento XML ({root})', 'another XML document ({root})'],
  'invoice-skip.message': ['Non serve: {what}.', 'Not needed: {what}.'],
  'invoice-skip.attachment': ['Allegato che non è una fattura.', 'An attachment that is no invoice.'],
  'invoice-skip.system-file': ['File del sistema operativo.', 'A file of the operating system.'],
} as const;
