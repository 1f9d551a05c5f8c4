// What a person wants: a kind and three numbers. It becomes a command when its turn comes, from what the desk
// then has.
import { cartWishes } from './cart-wishes.ts';
import { forgottenWishes } from './forgotten-wishes.ts';
import { orderWishes } from './order-wishes.ts';
import { peopleWishes } from './people-wishes.ts';
import { seatWishes } from './seat-wishes.ts';
import type { Numbers, Wish } from './wish.ts';

const wishes = { ...peopleWishes, ...seatWishes, ...cartWishes, ...orderWishes, ...forgottenWishes };

/** A kind that stands here twice comes twice as often. Orders matter most. */
export const wishKinds = [
  'add-person',
  'change-person',
  'import',
  'need',
  'need',
  'assign',
  'free',
  'open',
  'open',
  'open-first',
  'quantity',
  'extension',
  'module',
  'convention',
  'discard',
  'place',
  'place',
  'buy',
  'buy',
  'buy',
  'cancel',
  'cancel',
  'withdraw',
  'withdraw',
  'resolve',
  'resolve',
  'edit',
  'edit',
  'edit',
  'give',
  'permit',
  'free-held',
  'align',
  'align',
  'align',
  'renew',
  'renew',
  'open-renewal',
  'edit-renewal',
  'edit-renewal',
  'edit-renewal',
  'automatic',
] as const satisfies readonly (keyof typeof wishes)[];

/**
 * Wishes after the vendor was restored. They are no part of `wishKinds`: other schedules stay as they are.
 */
export type WishKind = (typeof wishKinds)[number] | keyof typeof forgottenWishes;

/** The commands of a wish. */
export const commandsOf = (kind: WishKind, numbers: Numbers): ReturnType<Wish> => wishes[kind](numbers);
