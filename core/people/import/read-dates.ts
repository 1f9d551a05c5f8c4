import { dayOf, type Day } from '../../kernel/day.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { saysNothing } from '../../formats/spreadsheet/cell.ts';

const time = String.raw`(?:[T ]\d{1,2}[:.]\d{2}.*)?`;
const italian = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})${time}$`);
const iso = new RegExp(String.raw`^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})${time}$`);

const compact = /^(\d{4})(\d{2})(\d{2})$/;
const named = new RegExp(String.raw`^(\d{1,2})[°º]?[ /.-]*([a-z]{3,10})\.?[ /.-]*(\d{4}|\d{2})$`, 'i');

/** Months by their first three letters, Italian and English. No two months share them. */
const months = [
  'gen jan',
  'feb',
  'mar',
  'apr',
  'mag may',
  'giu jun',
  'lug jul',
  'ago aug',
  'set sep',
  'ott oct',
  'nov',
  'dic dec',
];
const fullMonths =
  /^(?:gen(?:naio)?|jan(?:uary)?|feb(?:braio|ruary)?|mar(?:zo|ch)?|apr(?:ile?)?|mag(?:gio)?|may|giu(?:gno)?|june?|lug(?:lio)?|july?|ago(?:sto)?|aug(?:ust)?|set(?:t|tembre)?|sept?(?:ember)?|ott(?:obre)?|oct(?:ober)?|nov(?:embre|ember)?|dic(?:embre)?|dec(?:ember)?)$/i;

const monthNamed = (name: string): number =>
  fullMonths.test(name)
    ? months.findIndex((starts) => starts.split(' ').includes(name.slice(0, 3).toLowerCase())) + 1
    : 0;

/** Masks that were never filled in: `00/00/0000`, `0`. */
const zeros = /^0+(?:[/.-]0+[/.-]0+)?$/;

/** Whether the year is one that payroll programs write for "never". */
const isNever = (year: number): boolean => year >= 2900;

/** 26 is 2026 and 98 is 1998: nobody of the firm was hired before 1950 or will leave after 2049. */
const fullYear = (text: string): number =>
  text.length === 4 ? Number(text) : Number(text) + (Number(text) < 50 ? 2000 : 1900);

function partsOf(text: string): readonly [year: number, month: number, date: number] {
  const spoken = named.exec(text);
  if (spoken) return [fullYear(spoken[3] ?? ''), monthNamed(spoken[2] ?? ''), Number(spoken[1])];
  const fromItalian = italian.exec(text);
  if (fromItalian) return [fullYear(fromItalian[4] ?? ''), Number(fromItalian[3]), Number(fromItalian[1])];
  const fromCompact = compact.exec(text);
  if (fromCompact) return [Number(fromCompact[1]), Number(fromCompact[2]), Number(fromCompact[3])];
  const fromIso = iso.exec(text);
  return fromIso ? [Number(fromIso[1]), Number(fromIso[3]), Number(fromIso[4])] : [0, 0, 0];
}

/**
 * Reads a day as staff lists write it: d/m/yyyy, d-m-yy, d.m.yyyy, yyyy-mm-dd, yyyymmdd, 3 settembre 2017,
 * 3-set-17 (also in English). A time after it is dropped. Returns null if the cell says that there is no day.
 * Refuses a day that does not exist (31/02/2026) or is outside 1900 to 2100.
 */
export function readDate(text: string): Result<Day | null, { readonly reason: 'bad-date' }> {
  if (saysNothing(text) || zeros.test(text)) return ok(null);
  const [year, month, date] = partsOf(text);
  const day = dayOf(year, month, date);
  if (day === undefined) return err({ reason: 'bad-date' });
  if (isNever(year)) return ok(null);
  return year >= 1900 && year <= 2100 ? ok(day) : err({ reason: 'bad-date' });
}
