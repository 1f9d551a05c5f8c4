/** Why a payment was not noted. The other refusals are in renderer/text/refusals-text.ts. */
export const orderRefusalsText = {
  'refusal.order-not-to-pay': [
    'L’ordine {orderNumber} non aspetta un pagamento.',
    'Order {orderNumber} does not await a payment.',
  ],
  'refusal.paid-in-the-future': [
    'Il {on} deve ancora venire: indica il giorno in cui hai pagato.',
    '{on} is still to come: say the day on which you paid.',
  ],
  'refusal.figures-changed': [
    '{holder, select, none {Il totale} other {{holder}: il totale}} è cambiato nel frattempo: era {shown}, ora è {now}. Niente è stato fatto: controlla e conferma di nuovo.',
    '{holder, select, none {The total} other {{holder}: the total}} has changed meanwhile: it was {shown}, now it is {now}. Nothing was done: check and confirm again.',
  ],
} as const;
