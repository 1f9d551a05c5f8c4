import type { Planted } from './planted.ts';

/** Two desks on one cart. */
export const inTheCarts: readonly Planted[] = [
  {
    name: 'a merge takes mine',
    firstSeed: 1010,
    edits: [
      {
        file: 'core/sync/merge.ts',
        find: "(here === there || there === was ? 'mine' : here === was ? 'theirs' : undefined)",
        replace: "'mine'",
      },
    ],
  },
  {
    name: 'a merge takes theirs',
    edits: [
      {
        file: 'core/sync/merge.ts',
        find: "(here === there || there === was ? 'mine' : here === was ? 'theirs' : undefined)",
        replace: "'theirs'",
      },
    ],
  },
  {
    name: 'If-Match left out by the client',
    edits: [{ file: 'core/aruba/client.ts', find: `'if-match': \`"\${version}"\` `, replace: '' }],
  },
  {
    name: 'If-Match ignored by the vendor',
    // Two desks have to send one cart within one moment: once in a thousand schedules.
    firstSeed: 1300,
    edits: [
      {
        file: 'electron/simulator/carts/cart-routes.ts',
        find: 'if (match !== etagOf(known)) return',
        replace: "if (match === '') return",
      },
    ],
  },
  {
    name: 'a cart is sent before its key is saved',
    edits: [
      {
        file: 'core/host/cart-exchange.ts',
        find: "      if (row !== standing.base) record([{ table: 'cartBases', id, value: row }]);\n",
        replace: '',
      },
    ],
  },
  {
    name: 'a conflict is ordered',
    firstSeed: 380,
    edits: [
      {
        file: 'core/desk/orders/decide-order.ts',
        find: 'if (cartStanding(state, cart.id).conflicts.length > 0) return',
        replace: 'if (cartStanding(state, cart.id).conflicts.length > 99) return',
      },
    ],
  },
];
