/**
 * A date as a cell writes it, not yet checked against the calendar. `order` is `open` if month and date stand
 * in figures before the year: only custom says which comes first. `month` is then the second number.
 */
export interface WrittenDate {
  readonly year: string;
  readonly month: number;
  readonly date: number;
  readonly order: 'sure' | 'open';
}

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

/** The number of a month by its Italian or English name, 0 if it is none. */
export const monthNamed = (name: string): number =>
  fullMonths.test(name)
    ? months.findIndex((starts) => starts.split(' ').includes(name.slice(0, 3).toLowerCase())) + 1
    : 0;

/**
 * The date in a text: d/m/yyyy, d-m-yy, d.m.yyyy, yyyy-mm-dd, yyyymmdd, 3 settembre 2017, 3-set-17 (also in
 * English). A time after it is dropped. Undefined if the text is no date. The day may not exist.
 */
export function writtenDate(text: string): WrittenDate | undefined {
  if (text.length > 60) return undefined;
  const spoken = named.exec(text);
  if (spoken)
    return {
      year: spoken[3] ?? '',
      month: monthNamed(spoken[2] ?? ''),
      date: Number(spoken[1]),
      order: 'sure',
    };
  const inFigures = italian.exec(text);
  if (inFigures)
    return {
      year: inFigures[4] ?? '',
      month: Number(inFigures[3]),
      date: Number(inFigures[1]),
      order: 'open',
    };
  const yearFirst = compact.exec(text);
  if (yearFirst) return sure(yearFirst[1], yearFirst[2], yearFirst[3]);
  const fromIso = iso.exec(text);
  return fromIso ? sure(fromIso[1], fromIso[3], fromIso[4]) : undefined;
}

const sure = (year = '', month = '', date = ''): WrittenDate => ({
  year,
  month: Number(month),
  date: Number(date),
  order: 'sure',
});

/** Whether the text is a mask that was never filled in: `00/00/0000`, `0`. */
export const isEmptyMask = (text: string): boolean => /^0+(?:[/.-]0+[/.-]0+)?$/.test(text);
