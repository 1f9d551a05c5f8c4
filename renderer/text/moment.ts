import { subDays } from 'date-fns/subDays';
import { format } from 'date-fns/format';
import { clockTime } from './format.ts';
import { text } from './text.ts';

const dayOf = (milliseconds: number | Date): string => format(milliseconds, 'yyyy-MM-dd');

/**
 * A moment with its day: oggi alle 10:21, ieri alle 18:02, il 12/11 alle 09:00. The year is added if it is
 * not this one. Milliseconds count from 1970; clock and calendar are those of this machine.
 */
export function momentText(milliseconds: number, now = Date.now()): string {
  const time = clockTime(milliseconds);
  const day = dayOf(milliseconds);
  if (day === dayOf(now)) return text('moment.today', { time });
  if (day === dayOf(subDays(now, 1))) return text('moment.yesterday', { time });
  const sameYear = day.slice(0, 4) === dayOf(now).slice(0, 4);
  return text('moment.day', { day: format(milliseconds, sameYear ? 'dd/MM' : 'dd/MM/yyyy'), time });
}
