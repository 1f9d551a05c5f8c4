import type { Job } from '../job.ts';

export const staff: Job = {
  title: ['Importare l’elenco del personale', 'Import the staff list'],
  when: [
    'All’inizio, e ogni volta che l’ufficio paghe ti manda un elenco aggiornato.',
    'At the beginning, and each time that payroll sends you a new list.',
  ],
  steps: [
    {
      says: ['In {nav.people} premi {people.import}.', 'In {nav.people} press {people.import}.'],
      opens: 'import',
    },
    {
      says: [
        'Premi {import.choose}, oppure trascina il file nella pagina. Va bene un foglio Excel (.xlsx) o un CSV con nomi ed e-mail. Per poche righe basta copiarle in Excel e premere Ctrl+V in {nav.people}.',
        'Press {import.choose}, or drop the file on the page. An Excel sheet (.xlsx) or a CSV with names and e-mail addresses will do. A few rows are copied in Excel and pasted by Ctrl+V in {nav.people}.',
      ],
    },
    {
      says: [
        'Se Allinea chiede che cosa contiene una colonna, sceglilo, oppure premi {unused.not-needed}: la prossima volta se ne ricorda.',
        'If Allinea asks what a column holds, choose it, or press {unused.not-needed}. It is remembered for the next time.',
      ],
    },
    {
      says: [
        'Guarda i gruppi, uno per uno: {import.added|count=6}, {import.changed|count=0}, {import.rejected|count=1}. Ogni riga scartata dice il suo motivo.',
        'Look at the groups one by one: {import.added|count=6}, {import.changed|count=0}, {import.rejected|count=1}. Each rejected row says its reason.',
      ],
    },
    {
      says: ['Premi {import.apply|added=6,changed=0}.', 'Press {import.apply|added=6,changed=0}.'],
    },
    {
      says: [
        'Per le righe scartate premi {import.export-rejected}: correggile in quel file e importalo.',
        'For the rejected rows press {import.export-rejected}: correct them in that file and import it.',
      ],
    },
  ],
  mind: [
    [
      'Niente cambia prima che tu lo confermi, e Ctrl+Z riporta tutto com’era.',
      'Nothing changes before you confirm it, and Ctrl+Z brings everything back.',
    ],
    [
      'Di un file con più fogli se ne legge uno, e gli altri si scelgono in {import.sheet}. Sotto un titolo come CESSATI entra solo chi ha il giorno di uscita.',
      'Of a file with several sheets one is read, and the others are chosen in {import.sheet}. Below a title like CESSATI only people with a last day are taken.',
    ],
    [
      'Chi manca dal nuovo elenco non viene tolto: è nel gruppo {import.absent|count=1}. Se è uscito, segnalo, scrivi il giorno e premi {import.mark-left}.',
      'Whoever is missing in the new list is not removed: they are in the group {import.absent|count=1}. If they left, tick them, write the day and press {import.mark-left}.',
    ],
  ],
  picture: [
    'L’anteprima di un elenco: sei persone nuove e una riga scartata, con il motivo',
    'The preview of a list: six new people and one rejected row, with its reason',
  ],
  helps: ['import'],
};
