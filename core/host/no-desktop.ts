// A sample tells nobody anything outside its window: no notification, no calendar file (rule J1). Nor does a
// computer that only reads (rule J6).
import { err, ok } from '../kernel/result.ts';
import type { CalendarFile } from './calendar-file.ts';
import type { Reminding } from './reminding.ts';

/** Nothing is ever due. */
export const noReminding: Reminding = {
  due: () => ({ toTell: [], onScreen: [] }),
  follow: () => undefined,
  look: () => undefined,
  tick: () => undefined,
  tell: () => Promise.resolve(ok('gone')),
  read: () => ok(null),
};

/** No file is chosen, and one that was chosen earlier is not written. */
export const noCalendarFile: CalendarFile = {
  choose: () => Promise.resolve(err({ reason: 'not-written', code: 'no-desktop' })),
  update: () => ok(null),
  stop: () => ok(null),
  tick: () => undefined,
};
