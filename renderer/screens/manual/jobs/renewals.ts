import type { Job } from '../job.ts';

export const renewals: Job = {
  title: ['Pianificare i rinnovi', 'Plan the renewals'],
  when: [
    'Una volta al mese, e quando arriva un avviso di scadenza.',
    'Once a month, and when a notice of an expiry arrives.',
  ],
  steps: [
    {
      says: [
        'Apri {nav.renewals}: ogni barra è un servizio e finisce alla sua scadenza. Le linee verticali sono i giorni in cui conviene ordinare.',
        'Open {nav.renewals}: each bar is a service and ends at its expiry. The vertical lines are the days on which to order.',
      ],
      opens: 'renewals',
    },
    {
      says: [
        'Scegli {renewal-plan.method} e {renewal-plan.notice}: Allinea raccoglie tutti i rinnovi nel minor numero di giorni.',
        'Choose {renewal-plan.method} and {renewal-plan.notice}: Allinea gathers all renewals on the fewest days.',
      ],
    },
    {
      says: [
        'In {renewal-plan.sessions} premi {renewal-plan.open} accanto al primo giorno.',
        'In {renewal-plan.sessions} press {renewal-plan.open} beside the first day.',
      ],
    },
    {
      says: [
        'Premi {purchase.make-all|count=7}: un acquisto per servizio, raccolti per account di Aruba. Poi ognuno si fa come al capitolo {#purchase}.',
        'Press {purchase.make-all|count=7}: one purchase a service, gathered by account at Aruba. Each is then done as in chapter {#purchase}.',
      ],
    },
    {
      says: [
        'Premi {renewal-plan.calendar} per avere le scadenze nella tua agenda. In {nav.settings}, {feed.title} le tiene aggiornate.',
        'Press {renewal-plan.calendar} to have the deadlines in your calendar. In {nav.settings}, {feed.title} keeps them up to date.',
      ],
      opens: 'settings',
    },
    {
      says: [
        'Ciò che lo studio anticipa per i clienti è raccolto in {recharge.title}.',
        'What the firm advances for its clients is gathered in {recharge.title}.',
      ],
      opens: 'recharge',
    },
  ],
  mind: [
    [
      'Un bonifico va registrato da Aruba 15 giorni prima della scadenza. Se è tardi il servizio è segnato {renewal-plan.state-missed}: paga con carta o PayPal.',
      'Aruba must register a transfer 15 days before the expiry. If it is too late the service is marked {renewal-plan.state-missed}: pay by card or PayPal.',
    ],
    [
      'Un servizio con {automatic-renewal.title} non si ordina: Aruba addebita da sola, sette giorni prima della scadenza.',
      'A service with {automatic-renewal.title} is not ordered: Aruba debits it by itself, seven days before the expiry.',
    ],
    [
      'Filtri, gruppi e zoom che usi spesso si tengono con un nome in {views.label}: anche nel personale e nei servizi. Ctrl K li ritrova.',
      'Filters, groups and zoom that you use often are kept under a name in {views.label}: in the staff and the services too. Ctrl K finds them.',
    ],
    [
      'Prima di rinnovare libera gli utenti di chi è uscito: si rinnova e si paga solo ciò che resta.',
      'Before you renew, free the users of people who left: only what stays is renewed and paid.',
    ],
  ],
  picture: [
    'I rinnovi di un anno: le barre dei servizi, i giorni proposti, la data comune',
    'The renewals of a year: the bars of the services, the proposed days, the common date',
  ],
  helps: ['renewals', 'session', 'recharge'],
};
