// Which lines of a cart a client's person has changed since the vendor last took that client's cart.
import { cartLines, wholeCart } from '../../core/desk/cart/cart-lines.ts';
import type { Command } from '../../core/desk/command.ts';
import type { CartContent } from '../../core/orders/cart.ts';

/** Lines in which two carts differ; the whole one where one of them is not there. */
export function differingLines(a: CartContent | null, b: CartContent | null): readonly string[] {
  const [here, there] = [cartLines(a), cartLines(b)];
  if (here === null || there === null) return here === there ? [] : [wholeCart];
  return [...new Set([...Object.keys(here), ...Object.keys(there)])].filter(
    (line) => (here[line] ?? null) !== (there[line] ?? null),
  );
}

/** Whether a command, or taking one back, can be the reason why a line changed. */
export function canTouch(acting: Command | 'undo' | null, line: string): boolean {
  if (acting === null) return false;
  if (acting === 'undo') return true;
  switch (acting.type) {
    case 'cart/quantity':
      return line === 'quantity';
    case 'cart/extension':
      return line === 'extension';
    case 'cart/convention':
      return line === 'conventionCode';
    case 'cart/module':
      return line.startsWith('module:');
    case 'cart/renewal-years':
      return line === 'years';
    case 'cart/leave-out':
      return line.startsWith('leave-out:') || line.startsWith('reduce:');
    case 'cart/reduce':
      return line.startsWith('reduce:');
    case 'cart/open':
      return line === 'quantity' || line === wholeCart;
    default:
      return true;
  }
}
