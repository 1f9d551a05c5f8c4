/** What is dropped anywhere in the window. [Italian, English] */
export const dropsText = {
  'drop.list-title': ['Che cosa elenca «{name}»?', 'What does “{name}” list?'],
  'drop.list-text': [
    'Si apre l’anteprima: niente cambia finché non lo confermi.',
    'The preview opens: nothing changes until you confirm.',
  ],
  'drop.list-staff': ['Il personale', 'The staff'],
  'drop.list-services': ['I servizi', 'The services'],
  'drop.studio-title': ['Aprire lo studio salvato in «{name}»?', 'Open the studio saved in “{name}”?'],
  'drop.studio-text': [
    'Diventa uno studio in più di questo computer e prende il posto di quello aperto, che resta nell’elenco.',
    'It becomes one more studio of this computer and takes the place of the open one, which stays in the list.',
  ],
  'drop.left-out': [
    'Aperti solo i file che vanno nella stessa pagina; {count, plural, one {un altro è rimasto fuori} other {altri # sono rimasti fuori}}.',
    'Only the files of one page were opened; {count, plural, one {another one was left out} other {# others were left out}}.',
  ],
  'drop.unknown': [
    'Qui «{name}» non si apre. Si possono trascinare: un elenco del personale o dei servizi (.xlsx, .csv), le fatture di Aruba (.xml, .p7m, .zip, .eml), uno studio salvato (.allinea).',
    '“{name}” does not open here. What can be dropped: a list of staff or services (.xlsx, .csv), invoices of Aruba (.xml, .p7m, .zip, .eml), a saved studio (.allinea).',
  ],
  'drop.unknown-sample': [
    'Qui «{name}» non si apre. Nello studio di esempio si possono trascinare: un elenco del personale (.xlsx, .csv), uno studio salvato (.allinea).',
    '“{name}” does not open here. What can be dropped in the sample studio: a list of staff (.xlsx, .csv), a saved studio (.allinea).',
  ],
  'drop.no-studio': [
    'Nessuno studio è aperto: qui si può trascinare solo uno studio salvato (.allinea).',
    'No studio is open: only a saved studio (.allinea) can be dropped here.',
  ],
  'drop.dialog': [
    'Chiudi prima la finestra di dialogo, poi trascina di nuovo il file.',
    'Close the dialog first, then drop the file again.',
  ],
} as const;
