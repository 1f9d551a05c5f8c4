/**
 * Why an action on quotes was refused. The other refusals are in
 * renderer/text/refusals-text.ts. [Italian, English]
 */
export const quoteRefusalsText = {
  'refusal.unknown.quote': ['Questo preventivo non c’è più.', 'This quote is gone.'],
  'refusal.recipient-missing': [
    'Scrivi a chi è rivolto il preventivo.',
    'Write to whom the quote is addressed.',
  ],
  'refusal.text-too-long': [
    '{what}: {length} caratteri, al massimo {most}. Accorcia il testo; niente è cambiato.',
    '{what}: {length} characters, at most {most}. Shorten the text; nothing has changed.',
  ],
  'refusal.too-many-lines': [
    'L’indirizzo ha al massimo {most} righe.',
    'The address has at most {most} lines.',
  ],
  'refusal.validity-past': [
    'La validità è nel passato ({day}): scegli un giorno da oggi in poi.',
    'The validity is in the past ({day}): choose a day from today on.',
  ],
  'refusal.fee-without-description': [
    'Scrivi che cosa è la voce: la descrizione manca.',
    'Write what the fee is for: the description is missing.',
  ],
  'refusal.fee-out-of-range': [
    'Quantità, prezzo o IVA della voce sono fuori misura: al massimo 10.000.000 di euro per voce. Niente è cambiato.',
    'The quantity, price or VAT of the fee is out of range: 10,000,000 euros a fee at most. Nothing has changed.',
  ],
  'refusal.too-many-fees': [
    'Un preventivo ha al massimo {most} voci dello studio.',
    'A quote has at most {most} fees of the firm.',
  ],
  'refusal.quote-has-service': [
    'Il servizio di {holder} è già nel preventivo.',
    'The service of {holder} is in the quote already.',
  ],
  'refusal.quote-only-service': [
    'È l’unico servizio del preventivo: aggiungine prima un altro, oppure elimina la bozza.',
    'It is the only service of the quote: add another one first, or delete the draft.',
  ],
  'refusal.too-many-services': [
    'Un preventivo ha al massimo {most} servizi.',
    'A quote has at most {most} services.',
  ],
  'refusal.quote-number-used': [
    'Il numero {number} è già usato da un altro preventivo.',
    'The number {number} is already used by another quote.',
  ],
  'refusal.quote-number-gap': [
    'Con il {number} resterebbe un salto: il prossimo è {next}.',
    'With {number} there would be a gap: the next one is {next}.',
  ],
  'refusal.quote-not-draft': [
    'Il preventivo è già emesso e non si modifica: fai una nuova revisione o una copia.',
    'The quote is issued already and is not changed: make a new revision or a copy.',
  ],
  'refusal.quote-not-issued': [
    'Si può fare solo con un preventivo emesso e ancora aperto.',
    'This can be done only with a quote that is issued and still open.',
  ],
  'refusal.quote-expired': [
    'La validità è finita il {day}: prima fai una nuova revisione.',
    'The validity was over on {day}: make a new revision first.',
  ],
  'refusal.quote-withdrawn': [
    'Il preventivo è stato ritirato: duplicalo per proporlo di nuovo.',
    'The quote was withdrawn: duplicate it to offer it again.',
  ],
  'refusal.quote-ordered': [
    'Il preventivo è già stato ordinato: l’ordine è nella sua storia. Per un altro acquisto duplicalo.',
    'The quote has been ordered: the order is in its history. For another purchase duplicate it.',
  ],
  'refusal.quote-moved-on': [
    'Nel frattempo è cambiato qualcosa: guarda il preventivo com’è ora e ripeti.',
    'Something has changed meanwhile: look at the quote as it is now and repeat.',
  ],
  'refusal.quote-differs': [
    'Il preventivo dice {quoted}, oggi sarebbero {today}: la differenza è qui, riga per riga. Tieni i prezzi o fai una nuova revisione; se è una bozza, aggiornala.',
    'The quote says {quoted}, today it would be {today}: the difference is here, line by line. Keep the prices or make a new revision; if it is a draft, update it.',
  ],
  'refusal.cart-holds-other': [
    'Nel carrello di {holder} c’è già altro: ordinalo o svuotalo, poi riprova.',
    'The cart of {holder} holds something else already: order it or empty it, then try again.',
  ],
  'refusal.logo-too-big': [
    'Il logo è di {size} MB: al massimo 1 MB. Riduci l’immagine e riprova; quello di prima resta.',
    'The logo is {size} MB: 1 MB at most. Make the picture smaller and try again; the one before stays.',
  ],
  'refusal.logo-not-a-picture': [
    'Il file non è un’immagine PNG o JPEG.',
    'The file is not a PNG or JPEG picture.',
  ],
} as const;
