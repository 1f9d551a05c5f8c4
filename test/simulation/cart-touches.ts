// Compares two carts line by line, and says which lines a command can change.
import { cartLines, wholeCart } from '../../core/desk/cart/cart-lines.ts';
import type { Command } from '../../core/desk/command.ts';
import type { CartContent } from '../../core/orders/cart.ts';

/** The lines in which two carts differ. It is `wholeCart` if only one of them exists. */
export function differingLines(a: CartContent | null, b: CartContent | null): readonly string[] {
  const [here, there] = [cartLines(a), cartLines(b)];
  if (here === null || there === null) return here === there ? [] : [wholeCart];
  return [...new Set([...Object.keys(here), ...Object.keys(there)])].filter(
    (line) => (here[line] ?? null) !== (there[line] ?? null),
  );
}

/** Returns true if this command, or an undo, can change the line. */
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
