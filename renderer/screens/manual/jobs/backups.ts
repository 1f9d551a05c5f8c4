import type { Job } from '../job.ts';

export const backups: Job = {
  title: ['Copie, ripristino, un altro computer', 'Backups, restore, another computer'],
  when: [
    'Una volta, per scegliere dove vanno le copie; poi quando serve tornare indietro o cambiare computer.',
    'Once, to choose where backups go; later, when you must go back or change the computer.',
  ],
  steps: [
    {
      says: [
        'In {nav.settings} trova {backups.title}. Allinea ne fa una da sola ogni ora in cui qualcosa cambia.',
        'In {nav.settings} find {backups.title}. Allinea makes one by itself each hour in which something changes.',
      ],
      opens: 'settings',
    },
    {
      says: [
        'Premi {backups.choose} e scegli un disco esterno o una cartella di rete: se il computer si rompe le copie restano.',
        'Press {backups.choose} and choose an external disk or a network folder: if the computer breaks, the backups stay.',
      ],
    },
    {
      says: [
        'Per tornare indietro premi {backups.open}, poi {backups.see} accanto alla copia. Leggi che cosa si perde e che cosa torna.',
        'To go back press {backups.open}, then {backups.see} beside the backup. Read what is lost and what comes back.',
      ],
    },
    {
      says: [
        'Se va bene premi {backups.restore}. Ctrl+Z annulla anche questo.',
        'If that is right press {backups.restore}. Ctrl+Z takes this back too.',
      ],
    },
    {
      says: [
        'Per un altro computer: in {studio.title} premi {studio.export}. Con una {studio.passphrase} nessun altro apre il file.',
        'For another computer: in {studio.title} press {studio.export}. With a {studio.passphrase} nobody else opens the file.',
      ],
    },
    {
      says: [
        'Sull’altro computer premi {studio.open-file} e scegli quel file.',
        'On the other computer press {studio.open-file} and choose that file.',
      ],
    },
  ],
  mind: [
    [
      'Chi perde la frase di protezione non apre più il file: nemmeno Allinea può farlo.',
      'Whoever loses the passphrase cannot open the file any more: not even Allinea can.',
    ],
    [
      'Un ripristino non annulla nulla in Aruba: ordini inviati, numeri e preventivi emessi restano.',
      'A restore cancels nothing at Aruba: sent orders, numbers and issued quotes stay.',
    ],
    [
      'Gli accessi ad Aruba non sono nelle copie: sull’altro computer si scrivono di nuovo.',
      'Sign-ins at Aruba are not in the backups: they are typed again on the other computer.',
    ],
  ],
  picture: [
    'L’elenco delle copie: quando, perché, e il pulsante per vedere che cosa contengono',
    'The list of backups: when, why, and the button to see what they hold',
  ],
  helps: ['settings'],
};
