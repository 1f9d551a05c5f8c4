import type { Job } from '../job.ts';

export const begin: Job = {
  title: ['Cominciare uno studio', 'Begin a studio'],
  when: [
    'La prima volta che apri Allinea, o quando segui anche un altro studio.',
    'The first time that you open Allinea, or when you look after another firm too.',
  ],
  steps: [
    {
      says: [
        'Alla prima apertura, in {studio.own}, scrivi il {studio.name} e poi {operator.name}. Premi {studio.begin}.',
        'When it opens for the first time, under {studio.own}, type the {studio.name}, then {operator.name}. Press {studio.begin}.',
      ],
    },
    {
      says: [
        'Nella pagina {setup.services} premi {service-import.title} se hai un elenco, oppure {register.new} per scriverli uno alla volta.',
        'On the page {setup.services} press {service-import.title} if you have a list, or {register.new} to type them one by one.',
      ],
    },
    {
      says: [
        'Premi {setup.go-on}. Se non hai ancora niente da inserire premi {setup.skip}: si può fare dopo.',
        'Press {setup.go-on}. If you have nothing to enter yet press {setup.skip}: it can be done later.',
      ],
    },
    {
      says: [
        'Nella pagina {setup.people} importa l’elenco del personale, poi premi {setup.done}.',
        'On the page {setup.people} import the staff list, then press {setup.done}.',
      ],
    },
    {
      says: [
        'Per aggiungere un altro studio: nel riquadro {studio.title} scrivi il nome e premi {studio.new}.',
        'To add another studio: in the card {studio.title} type its name and press {studio.new}.',
      ],
      opens: 'settings',
    },
  ],
  mind: [
    [
      'Per fare pratica c’è lo studio di esempio: {studio.open-sample}. Lì nulla arriva ad Aruba.',
      'To practise there is the sample studio: {studio.open-sample}. Nothing there reaches Aruba.',
    ],
    [
      'I dati restano su questo computer. Per cominciare non serve nessuna password di Aruba.',
      'The data stay on this computer. No password of Aruba is needed to begin.',
    ],
    [
      'Il tuo nome resta nello storico accanto a ciò che fai. Si cambia premendolo in alto a destra.',
      'Your name stays in the history beside what you do. Press it at the top right to change it.',
    ],
  ],
  picture: [
    'La pagina dei servizi di uno studio nuovo, con i pulsanti per importarli o scriverli',
    'The page of services of a new studio, with the buttons to import or type them',
  ],
  helps: ['setup', 'specimens'],
};
