import type { Job } from '../job.ts';

export const services: Job = {
  title: ['Registrare i servizi Aruba', 'Record the services at Aruba'],
  when: [
    'All’inizio, quando arriva un cliente nuovo, e quando vuoi ricontrollare le date.',
    'At the beginning, when a client is new, and when you want to check the dates again.',
  ],
  steps: [
    {
      says: [
        'In {nav.services} premi {service-import.title}.',
        'In {nav.services} press {service-import.title}.',
      ],
      opens: 'import-services',
    },
    {
      says: [
        'Da un foglio: premi {service-import.choose}. Servono intestatario, servizio e scadenza; partita IVA, utenti e moduli se ci sono.',
        'From a sheet: press {service-import.choose}. It needs holder, service and expiry; VAT number, users and modules if present.',
      ],
    },
    {
      says: [
        'Da Aruba: copia il testo della pagina Stato servizio o dell’area clienti, incollalo in {service-import.paste} e premi {service-import.read-paste}.',
        'From Aruba: copy the text of the page Stato servizio or of the customer area, paste it into {service-import.paste} and press {service-import.read-paste}.',
      ],
    },
    {
      says: [
        'Le righe {service-import.rejected} dicono che cosa non va: correggile lì, oppure premi {service-import.hand-back}.',
        'The rows {service-import.rejected} say what is wrong: mend them there, or press {service-import.hand-back}.',
      ],
    },
    {
      says: [
        'Premi {service-import.confirm|count=34}: il numero dice quanti servizi entrano.',
        'Press {service-import.confirm|count=34}: the number says how many services go in.',
      ],
    },
    {
      says: [
        'Per un servizio solo: in {nav.services} premi {register.new} e scrivi i dati come li vedi in Aruba.',
        'For a single service: in {nav.services} press {register.new} and type the data as you see them at Aruba.',
      ],
      opens: 'services',
    },
  ],
  mind: [
    [
      'Ogni dato ricorda da dove viene e di quale giorno è. Si legge aprendo il servizio, in {register.facts}.',
      'Each value remembers where it comes from and of which day it is. Open the service and read it in {register.facts}.',
    ],
    [
      'Se due fonti dello stesso giorno dicono cose diverse, Allinea non sceglie da sola: il dato è {register.to-verify} finché non scegli tu.',
      'If two sources of one day disagree, Allinea does not choose by itself: the value is {register.to-verify} until you choose.',
    ],
    [
      'Senza scadenza un servizio non si può né rinnovare né estendere: completala appena la conosci.',
      'Without its expiry a service can be neither renewed nor extended: add it as soon as you know it.',
    ],
  ],
  picture: [
    'L’anteprima di un foglio: 34 servizi nuovi, una colonna da capire; più sotto le righe da correggere',
    'The preview of a sheet: 34 new services, a column to explain; the rows to correct are further down',
  ],
  helps: ['services', 'import-services', 'service', 'read-from-aruba', 'first-purchase'],
};
