const mostDays = 365;
const mostNumbers = 10;

/**
 * Reads a typed list of days, such as "30, 7, 1". An empty text is an empty list. Undefined if a part is not
 * a whole number from `least` to 365, or if there are more than ten.
 */
export function readDays(typed: string, least: number): readonly number[] | undefined {
  const parts = typed.split(/[\s,;]+/).filter(Boolean);
  const days = [...new Set(parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN)))];
  return days.length <= mostNumbers && days.every((day) => day >= least && day <= mostDays)
    ? days
    : undefined;
}

/**
 * Reads a typed time, such as 8, 8:30 or 8.30, in minutes since midnight. Undefined if it is
 * not a time of the day.
 */
export function readTime(typed: string): number | undefined {
  const [, hours, minutes = '0'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(typed.trim()) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return Number(hours) * 60 + Number(minutes);
}

/** For example 8:30. */
export const timeText = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
