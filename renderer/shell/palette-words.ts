import { inBothLanguages, type TextId } from '../text/text.ts';

/**
 * Other words for a screen or a command, in both languages. They are searched and never shown: whoever reads
 * one language may think in the other.
 */
const paletteWords: Readonly<Partial<Record<TextId, string>>> = {
  'nav.status': 'home oggi inizio cosa fare da sistemare tasks today start',
  'nav.people': 'elenco persone dipendenti collaboratori staff people employees',
  'matrix.grid': 'matrice griglia tabella matrix grid',
  'nav.services': 'clienti aruba gestisci clients services manage',
  'nav.cart': 'acquisto cart basket',
  'nav.orders': 'pagamenti bonifico orders payments',
  'purchase.list-title': 'ordini pagamenti bonifico orders payments purchases',
  'nav.quotes': 'offerte preventivo quotes offers',
  'nav.renewals': 'scadenze piano sessioni calendario rinnova renewals expiries plan sessions',
  'nav.history': 'registro chi quando usciti history log leavers',
  'nav.rules': 'prezzi arrotondamento mesi iva prices price list rounding rules vat',
  'nav.settings': 'opzioni preferenze lingua aspetto tema settings options preferences language theme',
  'nav.manual': 'aiuto guida istruzioni come si fa help guide handbook how to',
  'nav.simulator': 'prova pagamento giorno simulator payment day',
  'nav.invoices': 'fatture xml riconcilia invoices',
  'sync.title': 'invio coda aruba sync outbox queue',
  'sync.now': 'invia aggiorna sincronizza sync send refresh',
  'sign-in.title': 'login entra accedi password sign in',
  'register.new': 'aggiungi servizio cliente add service client',
  'recharge.title': 'riaddebito anticipi recharge rebill',
  'service-import.title': 'carica excel csv servizi load import services',
  'studio.title': 'cambia studio switch firm',
  'shared-studio.title': 'condividi invita membri colleghi server share invite members colleagues',
  'window.new': 'finestra window',
  'backups.list-title': 'ripristina copia backup restore',
  'backups.title': 'salva copia backup',
  'diagnostics.title': 'problema assistenza log support',
  'reminders.title': 'notifiche avvisi notifications',
  'feed.title': 'ics agenda outlook google calendar',
  'people.import': 'carica excel csv paghe load staff list upload',
  'export.title': 'salva excel csv save download',
  'people.new': 'aggiungi dipendente collaboratore add employee person',
  'seat-rules.title': 'automatico reparti department rules',
  'forecast.open': 'ipotesi simula costo scenario what if',
  'services.first': 'attiva cliente primo acquisto first purchase activate',
  'quotes.new': 'offerta quote offer',
  'shortcuts.title': 'tastiera tasti aiuto keyboard keys help',
  'do.undo': 'indietro torna undo back',
  'do.redo': 'rifai ripeti redo again',
  'do.theme-light': 'tema chiaro giorno light theme',
  'do.theme-dark': 'tema scuro notte dark theme',
  'do.theme-system': 'tema automatico system theme',
  'do.italian': 'italian language lingua',
  'do.english': 'english language lingua',
};

/** What else finds a command: its name in both languages, and other words for it. */
export const alsoOf = (label: TextId): string =>
  [...inBothLanguages(label), paletteWords[label] ?? ''].join(' ');
