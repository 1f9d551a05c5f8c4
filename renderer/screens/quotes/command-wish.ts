import type { Command } from '../../../core/desk/command.ts';
import type { CartWish } from '../../../core/orders/cart.ts';

type Content = Extract<Command, { type: 'quote/content' }>['content'];

/** A wish as a command carries it. Its lists are copies. */
export function commandWish({ subject, quantity, modules, conventionCode }: CartWish): Content {
  const own =
    subject.kind === 'renewal'
      ? { ...subject, leftOut: [...subject.leftOut], reduceTo: { ...subject.reduceTo } }
      : subject;
  return { subject: own, quantity, modules: [...modules], conventionCode };
}
