// Values of Aruba's answers. Their form was only seen by others, so anything may be missing or of another
// type. What does not fit is null; nothing throws.
import { daysBetween, parseDay, romeDay, type Day } from '../kernel/day.ts';

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body as JSON. Undefined if it is something else, for example an HTML page. */
export function readJson(body: string): unknown {
  try {
    return JSON.parse(body.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** The value of a name. Aruba writes names in uneven case (domain.md 6.3). */
export function valueOf(json: unknown, name: string): unknown {
  if (!isObject(json)) return undefined;
  if (Object.hasOwn(json, name)) return json[name];
  const key = Object.keys(json).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : json[key];
}

const longestText = 200;

/** A short text without invisible characters. Null if there is none. */
export function readText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const clean = value.replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  return clean === '' || clean.length > longestText ? null : clean;
}

/** A VAT number or tax code in one form: capitals, no spaces, no `IT` before the digits. */
export function readCode(value: unknown): string | null {
  // A number has lost the zeros at its beginning.
  const text = typeof value === 'number' ? String(value).padStart(11, '0') : readText(value);
  if (text === null) return null;
  const code = text
    .toUpperCase()
    .replaceAll(/\s/g, '')
    .replace(/^IT(?=\d{11}$)/, '');
  return code === '' || code.length > 32 ? null : code;
}

export function readFlag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  return text === 'true' || text === 'false' ? text === 'true' : null;
}

/** A number, also written as a text. Null if it is none or below 0. */
export function readNumber(value: unknown): number | null {
  const number =
    typeof value === 'string' && /^\d{1,15}(?:\.\d{1,9})?$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : null;
}

/** More than the disks of a whole firm: such a number is a mistake. */
const mostKB = 1_000_000_000_000;

/** Kilobytes, to the nearest whole one: floats were seen. */
export function readKB(value: unknown): number | null {
  const number = readNumber(value);
  return number === null || number > mostKB ? null : Math.round(number);
}

/** A day of an answer, with its text as it stood there. */
export interface ReadDay {
  readonly text: string;
  /** The day in Italy. Null if the text is no day. */
  readonly day: Day | null;
  /** The day that the text names, if an offset makes it another day in Italy. A person looks then. */
  readonly written: Day | null;
}

const moment =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(?:(Z)|([+-])(\d{2}):?(\d{2}))?)?$/i;

const inCalendar = (day: Day | undefined): Day | null =>
  day !== undefined && day >= '2000-01-01' && day <= '2100-12-31' ? day : null;

/** Reads `2027-03-15` and the same with a time and `Z`, `+01:00` or `+0100` (domain.md 6.3). */
export function readDay(value: unknown): ReadDay | null {
  const text = readText(value);
  if (text === null) return null;
  const found = moment.exec(text);
  const named = inCalendar(parseDay(found?.[1] ?? ''));
  if (found === null || named === null) return { text, day: null, written: null };
  const [hours, minutes, seconds] = [2, 3, 4].map((part) => Number(found[part] ?? 0)) as [
    number,
    number,
    number,
  ];
  const offset = found[6] === undefined ? 0 : Number(found[7]) * 60 + Number(found[8]);
  if (hours > 24 || minutes > 59 || seconds > 60 || offset > 14 * 60)
    return { text, day: null, written: null };
  if (found[5] === undefined && found[6] === undefined) return { text, day: named, written: null };
  const minute = hours * 60 + minutes - (found[6] === '-' ? -offset : offset);
  const days = daysBetween('1970-01-01' as Day, named);
  const day = inCalendar(romeDay((days * 1440 + minute) * 60_000 + seconds * 1000));
  return { text, day, written: day === named ? null : named };
}
