// A valid command of each type about carts.

export const cartExamples = [
  { type: 'cart/open', serviceId: 'fe-studio' },
  { type: 'cart/open', serviceId: 'fe-studio', quantity: 4 },
  { type: 'cart/open-first', clientId: '05566770516', serviceKind: 'receive-only' },
  { type: 'cart/quantity', cartId: 'service-fe-studio', quantity: -1 },
  { type: 'cart/extension', cartId: 'service-fe-studio', on: false },
  { type: 'cart/module', cartId: 'client-05566770516', module: 'woocommerce', included: true },
  {
    type: 'cart/term',
    cartId: 'client-05566770516',
    serviceKind: 'e-invoicing',
    years: 10,
    promotion: false,
  },
  { type: 'cart/term', cartId: 'client-05566770516', promotion: true },
  {
    type: 'cart/resolve',
    cartId: 'service-fe-studio',
    version: 3,
    choices: { quantity: 'mine', 'module:documents': 'theirs', '*': 'mine' },
  },
  { type: 'cart/discard', cartId: 'service-fe-studio' },
  { type: 'cart/open-renewal', serviceId: 'fe-studio' },
  { type: 'session/prepare', serviceIds: ['fe-studio', 'fe-rossi'] },
  { type: 'cart/renewal-years', cartId: 'renewal-fe-studio', years: 3 },
  { type: 'cart/leave-out', cartId: 'renewal-fe-studio', itemId: 'fe-studio-3', leftOut: true },
  { type: 'cart/reduce', cartId: 'renewal-fe-studio', kind: 'user', to: 2 },
  { type: 'cart/reduce', cartId: 'renewal-fe-studio', kind: 'extra-gb', to: null },
  {
    type: 'cart/resolve',
    cartId: 'renewal-fe-studio',
    version: 3,
    choices: { years: 'mine', 'leave-out:fe-studio-3': 'theirs', 'reduce:user': 'mine' },
  },
  { type: 'automatic-renewal/switch', serviceId: 'fe-studio', on: false },
  { type: 'cart/convention', cartId: 'service-fe-studio', code: 'CNA-2026' },
];
