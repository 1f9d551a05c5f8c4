/** Why reading from Aruba came to nothing, and what to do. [Italian, English] */
export const fromArubaRefusalsText = {
  'from-aruba-refusal.bad-input': ['Scrivi utente e password.', 'Type username and password.'],
  'from-aruba-refusal.switched-off': [
    'La lettura da Aruba è spenta. Si accende in Impostazioni.',
    'Reading from Aruba is off. Settings turn it on.',
  ],
  'from-aruba-refusal.unknown-service': ['Questo servizio non c’è più.', 'This service is no longer there.'],
  'from-aruba-refusal.not-forgotten': [
    'Il disco non ha permesso di togliere l’accesso conservato: è ancora lì. Riprova.',
    'The disk did not let the kept sign-in be removed: it is still there. Try again.',
  ],
  'from-aruba-refusal.too-soon': [
    'È presto: Aruba accetta un accesso al minuto. Niente è stato chiesto.',
    'Too soon: Aruba takes one sign-in a minute. Nothing was asked.',
  ],
  'from-aruba-refusal.rate-limited': [
    'Aruba dice che le richieste sono troppe (429). La lettura è ferma: riparti tu, quando il tempo è passato.',
    'Aruba says that there are too many requests (429). Reading has stopped: start it again when the time is over.',
  ],
  'from-aruba-refusal.busy': [
    'Un’altra lettura è in corso. Si legge un servizio alla volta.',
    'Another reading is under way. Services are read one at a time.',
  ],
  'from-aruba-refusal.stopped': [
    'Lettura interrotta. Niente è cambiato.',
    'Reading stopped. Nothing has changed.',
  ],
  'from-aruba-refusal.no-credentials': ['Scrivi utente e password.', 'Type username and password.'],
  'from-aruba-refusal.wrong-credentials': [
    'Aruba non riconosce utente o password. Serve l’utente del pannello. Allinea non riprova da sola.',
    'Aruba does not know this username or password. It wants the user of the panel. Allinea does not try again by itself.',
  ],
  'from-aruba-refusal.token-refused': [
    'Aruba non accetta più l’accesso. Scrivi di nuovo utente e password.',
    'Aruba no longer takes the sign-in. Type username and password again.',
  ],
  'from-aruba-refusal.no-delegation': [
    'Manca una delega: con questo utente Aruba non dice nulla di questo servizio. Un nuovo accesso non serve.',
    'A delegation is missing: to this user Aruba tells nothing of this service. A new sign-in does not help.',
  ],
  'from-aruba-refusal.forbidden': [
    'Aruba non permette a questo utente di leggere (403). Ufficialmente è per gli utenti Premium e per gli utenti collegati a un utente Premium.',
    'Aruba does not let this user read (403). Officially it is for Premium users and for users connected to a Premium user.',
  ],
  'from-aruba-refusal.refused': [
    'Aruba ha rifiutato la richiesta (stato {status}{code, select, none {} other {, codice {code}}}).',
    'Aruba refused the request (status {status}{code, select, none {} other {, code {code}}}).',
  ],
  'from-aruba-refusal.server-error': [
    'Aruba ha un problema suo ({status}). Riprova più tardi.',
    'Aruba has a problem of its own ({status}). Try again later.',
  ],
  'from-aruba-refusal.unreadable-answer': [
    'Aruba ha risposto in una forma che Allinea non conosce. Niente è cambiato.',
    'Aruba answered in a form that Allinea does not know. Nothing has changed.',
  ],
  'from-aruba-refusal.redirect': [
    'Aruba ha indicato un altro indirizzo. Allinea non lo segue: la password non va altrove.',
    'Aruba named another address. Allinea does not follow it: the password goes nowhere else.',
  ],
  'from-aruba-refusal.too-big': [
    'La risposta di Aruba è troppo grande: la lettura è stata fermata.',
    'Aruba’s answer is too big: reading was stopped.',
  ],
  'from-aruba-refusal.unreachable': [
    'Aruba non è raggiungibile: niente è partito. Controlla la rete.',
    'Aruba cannot be reached: nothing was sent. Check the network.',
  ],
  'from-aruba-refusal.no-answer': [
    'Aruba non ha finito di rispondere in tempo. Riprova fra un momento.',
    'Aruba did not finish its answer in time. Try again in a moment.',
  ],
  'from-aruba-refusal.other-holder': [
    'Aruba risponde per {answered}, ma questo servizio è di {asked}. La risposta è stata scartata: controlla l’utente.',
    'Aruba answers for {answered}, but this service is of {asked}. The answer was dropped: check the username.',
  ],
} as const;
