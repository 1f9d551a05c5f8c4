import type { Job } from '../job.ts';

export const seats: Job = {
  title: [
    'Dare un utente, e liberarlo quando qualcuno esce',
    'Give a user, and free it when somebody leaves',
  ],
  when: [
    'Quando una persona comincia a lavorare sulle fatture, e quando qualcuno lascia lo studio.',
    'When a person begins to work on invoices, and when somebody leaves the firm.',
  ],
  steps: [
    {
      says: [
        'In {nav.people} scegli il servizio nel filtro {people.service}.',
        'In {nav.people} choose the service in the filter {people.service}.',
      ],
      opens: 'people',
    },
    {
      says: [
        'Segna le persone con la casella, o con la barra spaziatrice, e premi {selection.need}. Ora sono {seat.waiting}.',
        'Tick the people, by the box or the space bar, and press {selection.need}. They are now {seat.waiting}.',
      ],
    },
    {
      says: [
        'Se ci sono utenti liberi, in {seat-plan.title} premi {seat-plan.apply|count=2}. Va per primo chi aspetta da più tempo.',
        'If users are free, in {seat-plan.title} press {seat-plan.apply|count=2}. Whoever has waited longest comes first.',
      ],
    },
    {
      says: [
        'Chi è uscito e tiene ancora un utente è segnato in rosso: seleziona la persona e premi {selection.free}.',
        'Whoever left and still holds a user is marked in red: select the person and press {selection.free}.',
      ],
    },
    {
      says: [
        'In {nav.status}, in {status.fix}, premi {status.align}: Allinea dice che cosa creare o eliminare nel pannello di Aruba. Fallo, poi premi {panel.done}.',
        'In {nav.status}, under {status.fix}, press {status.align}: Allinea says what to create or delete in Aruba’s panel. Do it, then press {panel.done}.',
      ],
      opens: 'status',
    },
  ],
  mind: [
    [
      'Un utente liberato resta tuo: dallo a chi aspetta prima di comprarne un altro.',
      'A freed user stays yours: give it to somebody who waits before you buy another one.',
    ],
    [
      'Reparto o ultimo giorno di più persone insieme: segnale e premi {selection.change}, oppure F2.',
      'Department or last day of several people at once: tick them and press {selection.change}, or F2.',
    ],
    [
      'Quali colonne mostra l’elenco si sceglie con {people.columns}, all’estremità destra dell’intestazione.',
      'What the list shows is chosen with {people.columns}, at the right end of its head.',
    ],
    ['Un nome utente non passa mai a un’altra persona.', 'A username never goes to another person.'],
    [
      'Per molte persone e molti servizi insieme, in {nav.people} scegli {matrix.view-matrix}.',
      'For many people and many services at once, choose {matrix.view-matrix} in {nav.people}.',
    ],
  ],
  picture: [
    'Il personale di un servizio: una persona uscita tiene ancora un utente, tre aspettano',
    'The staff of a service: a person who left still holds a user, three people wait',
  ],
  helps: ['people', 'matrix', 'history', 'status'],
};
