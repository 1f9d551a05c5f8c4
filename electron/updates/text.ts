// What the program says about updates: what happened, what is safe, what to do next.
import type { UpdateNews, UpdateQuestion } from './updates.ts';

export type UpdateLanguage = 'it' | 'en';
type Both = readonly [it: string, en: string];

/** A heading and a sentence. `{version}` is the newer version. */
const news: Readonly<Record<UpdateNews | UpdateQuestion, readonly [heading: Both, detail: Both]>> = {
  'no-feed': [
    ['Questa copia non cerca aggiornamenti.', 'This copy does not look for updates.'],
    [
      'È stata preparata senza un indirizzo da cui prenderli. I dati restano dove sono: per passare a una versione nuova, installala sopra questa con il suo programma d’installazione.',
      'It was made without an address to take them from. The data stay where they are: to get a newer version, install it over this one with its installer.',
    ],
  ],
  newest: [
    ['Allinea è già alla versione più recente.', 'This is the newest version of Allinea.'],
    ['Non c’è niente da fare.', 'There is nothing to do.'],
  ],
  'not-reached': [
    ['Gli aggiornamenti non si sono potuti cercare.', 'Updates could not be looked for.'],
    [
      'Il loro indirizzo non risponde, oppure questa copia è stata avviata senza installarla. Niente è cambiato: puoi continuare a lavorare, e riprovare più tardi dallo stesso menu.',
      'Their address does not answer, or this copy was started without being installed. Nothing has changed: work on, and try again later from the same menu.',
    ],
  ],
  'by-hand': [
    ['C’è la versione {version} di Allinea.', 'Version {version} of Allinea is there.'],
    [
      'Questa copia non può verificarne la firma, perciò non la installa da sola. Niente è cambiato: scarica la versione nuova da dove hai preso questa e installala sopra. I dati restano dove sono.',
      'This copy cannot check its signature, so it does not install it by itself. Nothing has changed: get the new version where this one came from and install it over this one. The data stay where they are.',
    ],
  ],
  'under-way': [
    ['La ricerca di aggiornamenti è già in corso.', 'Updates are already being looked for.'],
    [
      'Puoi continuare a lavorare: Allinea chiede prima di installare.',
      'Work on: Allinea asks before it installs anything.',
    ],
  ],
  'not-downloaded': [
    ['La versione {version} non si è potuta scaricare.', 'Version {version} could not be downloaded.'],
    [
      'Niente è stato installato e i dati non sono stati toccati. Puoi continuare a lavorare, e riprovare più tardi dallo stesso menu.',
      'Nothing was installed and the data were not touched. Work on, and try again later from the same menu.',
    ],
  ],
  'not-trusted': [
    [
      'La versione {version} è stata scaricata, ma non è quella attesa.',
      'Version {version} was downloaded, but it is not what was expected.',
    ],
    [
      'La firma o l’impronta del file non corrisponde, perciò non è stato installato. I dati non sono stati toccati e puoi continuare a lavorare. Se succede di nuovo, avvisa chi ti ha fornito Allinea.',
      'The signature or the checksum of the file does not match, so it was not installed. The data were not touched, and you can work on. If it happens again, tell whoever gave you Allinea.',
    ],
  ],
  'confirmation-open': [
    ['La versione {version} è pronta, ma non ora.', 'Version {version} is ready, but not now.'],
    [
      'C’è una finestra di conferma aperta, o qualcosa che sta andando ad Aruba. Niente è stato interrotto: finisci, poi scegli di nuovo “Cerca aggiornamenti…”.',
      'A dialog is open, or something is on its way to Aruba. Nothing was interrupted: finish it, then choose “Cerca aggiornamenti…” again.',
    ],
  ],
  download: [
    [
      'C’è la versione {version} di Allinea. Scaricarla?',
      'Version {version} of Allinea is there. Download it?',
    ],
    [
      'Puoi continuare a lavorare mentre arriva. Prima di installarla Allinea chiede di nuovo.',
      'You can work on meanwhile. Allinea asks again before it installs it.',
    ],
  ],
  install: [
    [
      'La versione {version} è pronta. Chiudere Allinea e installarla?',
      'Version {version} is ready. Close Allinea and install it?',
    ],
    [
      'Tutto ciò che hai confermato è già salvato. Alla prima apertura, prima di scrivere, la versione nuova fa una copia di ogni studio.',
      'All that you confirmed is saved already. When it first opens a studio, the new version makes a backup before it writes.',
    ],
  ],
};

const buttons: Readonly<Record<UpdateQuestion, readonly [yes: Both, no: Both]>> = {
  download: [
    ['Scarica', 'Download'],
    ['Non ora', 'Not now'],
  ],
  install: [
    ['Chiudi e installa', 'Close and install'],
    ['Più tardi', 'Later'],
  ],
};

export interface UpdateWords {
  readonly message: string;
  readonly detail: string;
  /** The answer that does something comes first. */
  readonly buttons: readonly string[];
}

export function updateWords(
  about: UpdateNews | UpdateQuestion,
  version: string,
  language: UpdateLanguage,
): UpdateWords {
  const said = ([it, en]: Both): string => (language === 'it' ? it : en).replaceAll('{version}', version);
  const [message, detail] = news[about];
  return {
    message: said(message),
    detail: said(detail),
    buttons: about === 'download' || about === 'install' ? buttons[about].map(said) : ['OK'],
  };
}

/** The menu's item. The menu is Italian, as all of it. */
export const updateItem = (kind: 'none' | 'told' | 'installed'): string =>
  kind === 'none' ? 'Aggiornamenti: non previsti in questa copia' : 'Cerca aggiornamenti…';
