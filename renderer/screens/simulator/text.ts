/** The simulator. [Italian, English] */
export const simulatorText = {
  'simulator.title': ['Simulatore Aruba', 'Aruba simulator'],
  'simulator.lead': [
    'L’altro lato del bancone: qui non c’è la vera Aruba',
    'The other side of the counter: this is not the real Aruba',
  ],
  'simulator.clock': ['Giorno simulato', 'Simulated day'],
  'simulator.moved': [
    '{days, plural, one {# giorno avanti} other {# giorni avanti}} rispetto al calendario',
    '{days, plural, one {# day} other {# days}} ahead of the calendar',
  ],
  'simulator.real': ['uguale al calendario', 'same as the calendar'],
  'simulator.day-1': ['Avanti di 1 giorno', 'Forward 1 day'],
  'simulator.day-7': ['Avanti di 7 giorni', 'Forward 7 days'],
  'simulator.day-30': ['Avanti di 30 giorni', 'Forward 30 days'],
  'simulator.orders': ['Ordini ricevuti da Aruba', 'Orders received by Aruba'],
  'simulator.orders-none': ['Aruba non ha ricevuto ordini.', 'Aruba has received no order.'],
  'simulator.pay': ['Paga oggi', 'Pay today'],
  'simulator.pay-of': ['Paga oggi l’ordine {number}', 'Pay order {number} today'],
  'simulator.register': ['Registra il pagamento', 'Register the payment'],
  'simulator.register-of': [
    'Registra il pagamento dell’ordine {number}',
    'Register the payment of order {number}',
  ],
  'simulator.activate': ['Attiva', 'Activate'],
  'simulator.fail': ['Attivazione KO', 'Fail the activation'],
  'simulator.manual': ['Attivazione a mano', 'Activation by hand'],
  'simulator.expire': ['Fai scadere l’accesso', 'Expire the sign-in'],
  'simulator.mailbox': ['Casella di posta', 'Mailbox'],
  'simulator.mail-none': ['Nessuna e-mail ancora.', 'No e-mail yet.'],
  'simulator.mail-to': ['A {to}, {day}', 'To {to}, {day}'],
  'simulator.pick-mail': ['Scegli un’e-mail per leggerla.', 'Choose an e-mail to read it.'],
  'simulator.unreachable': ['Il simulatore non risponde.', 'The simulator does not answer.'],
  'simulator.paid-on-way': [
    'pagato il {on}, registrato {registered}',
    'paid on {on}, registered {registered}',
  ],
} as const;
