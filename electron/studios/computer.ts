import { createHash } from 'node:crypto';
import { hostname, networkInterfaces, userInfo } from 'node:os';
import { longestUser } from '../../core/desk/rows/operator.ts';

/** This computer, as another one that opens the same folder sees it. */
export interface Computer {
  /** A digest of the name and the network cards: two computers may have the same name. */
  readonly id: string;
  readonly name: string;
}

export function thisComputer(): Computer {
  const cards = Object.values(networkInterfaces())
    .flatMap((cards) => cards ?? [])
    .filter(({ internal }) => !internal)
    .map(({ mac }) => mac);
  const name = hostname().slice(0, 100) || 'computer';
  const id = createHash('sha256')
    .update([name, ...new Set(cards)].sort().join('\n'))
    .digest('hex')
    .slice(0, 32);
  return { id, name };
}

/** The addresses of this computer in its networks. */
export const networkAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((cards) => cards ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);

/** The system user who runs the program. Some systems do not know one. */
export function systemUser(): string {
  try {
    return userInfo().username.slice(0, longestUser) || 'utente';
  } catch {
    return 'utente';
  }
}
