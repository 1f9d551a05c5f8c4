import type { Receipt } from '../../../../core/quotes/calibrate.ts';
import { readDate } from '../../../../core/people/import/read-dates.ts';
import { readMoney } from '../../../text/read-money.ts';

/** What a person has typed at step 4, as it stands in the fields. */
export interface TypedReceipt {
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly usersUntil: string;
  /** By the key of the line. */
  readonly lines: Readonly<Record<string, string>>;
}

export const nothingTyped: TypedReceipt = { net: '', vat: '', gross: '', usersUntil: '', lines: {} };

export const isBadMoney = (typed: string): boolean => typed.trim() !== '' && readMoney(typed) === undefined;
export const isBadDay = (typed: string): boolean => !readDate(typed).ok;

/** The receipt that the fields say; null while one of them cannot be read. */
export function readReceipt(typed: TypedReceipt, extension: boolean): Receipt | null {
  const { net, vat, gross, usersUntil, lines } = typed;
  const until = readDate(usersUntil);
  if (!until.ok || [net, vat, gross, ...Object.values(lines)].some(isBadMoney)) return null;
  return {
    extension,
    net: readMoney(net) ?? null,
    vat: readMoney(vat) ?? null,
    gross: readMoney(gross) ?? null,
    usersUntil: until.value,
    lines: Object.entries(lines).flatMap(([line, value]) => {
      const amount = readMoney(value);
      return amount === undefined ? [] : [{ line, net: amount }];
    }),
  };
}
