import { daysBetween, type Day } from '../kernel/day.ts';
import type { Known } from './fold.ts';

/** Days after which a value is to be checked again (rule J4). */
const freshDays = 90;

/** Fields that change at Aruba by themselves or by others. The rest is the studio's own choice. */
const changing: ReadonlySet<string> = new Set([
  'expiry',
  'users',
  'modules',
  'space',
  'usedSpaceKB',
  'maxSpaceKB',
  'automaticRenewal',
]);

/** Whether a value is so old that it is to be checked again (rule J4). */
export const isStale = ({ facts }: Known, today: Day): boolean => {
  const newest = facts[0];
  return newest !== undefined && changing.has(newest.field) && daysBetween(newest.asOf, today) > freshDays;
};
