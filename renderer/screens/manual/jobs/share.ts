import type { Job } from '../job.ts';

export const share: Job = {
  title: ['Condividere lo studio con i colleghi', 'Share the studio with colleagues'],
  when: [
    'Quando più persone lavorano agli stessi servizi, ognuna dal proprio computer.',
    'When several people work on the same services, each on their own computer.',
  ],
  steps: [
    {
      says: [
        'Scegli il computer che resta acceso più a lungo. In {nav.settings}, in {members.title}, premi {members.share}',
        'Choose the computer that runs longest. In {nav.settings}, under {members.title}, press {members.share}',
      ],
      opens: 'settings',
    },
    {
      says: [
        'Scrivi il tuo nome e premi {members.share-go}: quel computer diventa il server dello studio.',
        'Type your name and press {members.share-go}: that computer becomes the studio’s server.',
      ],
    },
    {
      says: [
        'Premi {members.invite}, scrivi il nome del collega e scegli il ruolo. {members.role-read}: {~members.note-read}. {members.role-prepare}: {~members.note-prepare}. {members.role-order}: {~members.note-order}. {members.role-administer}: {~members.note-administer}.',
        'Press {members.invite}, type the name of your colleague and choose the role. {members.role-read}: {~members.note-read}. {members.role-prepare}: {~members.note-prepare}. {members.role-order}: {~members.note-order}. {members.role-administer}: {~members.note-administer}.',
      ],
    },
    {
      says: [
        'Premi {members.make} e poi {members.copy}: mandalo al collega. Vale una volta sola.',
        'Press {members.make}, then {members.copy}: send it to your colleague. It works once.',
      ],
    },
    {
      says: [
        'Il collega apre Allinea, incolla il link in {shared-studio.link} e preme {shared-studio.join}.',
        'Your colleague opens Allinea, pastes the link into {shared-studio.link} and presses {shared-studio.join}.',
      ],
    },
    {
      says: [
        'Se due persone cambiano la stessa cosa, la seconda trova {shared-studio.tray}: sceglie {shared-studio.again} oppure {shared-studio.let-go}.',
        'If two people change the same thing, the second one finds {shared-studio.tray}: {shared-studio.again} or {shared-studio.let-go} is the choice.',
      ],
    },
  ],
  mind: [
    [
      'I dati restano nella rete dello studio: niente va su internet.',
      'The data stay in the firm’s network: nothing goes to the internet.',
    ],
    [
      'Senza rete, o con il server spento, ognuno continua: le modifiche partono da sole più tardi.',
      'Without a network, or while the server is off, everybody goes on: the changes are sent later by themselves.',
    ],
    [
      'Un computer è perso, o una persona lascia lo studio? Un amministratore preme {members.end} accanto al suo nome.',
      'A computer is lost, or a person leaves the firm? An administrator presses {members.end} beside their name.',
    ],
  ],
  picture: [
    'La finestra che condivide lo studio, con che cosa succede quando si conferma',
    'The dialog that shares the studio, with what happens when it is confirmed',
  ],
  helps: [],
};
