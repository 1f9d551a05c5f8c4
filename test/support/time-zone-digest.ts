// A program that runs in several time zones (test/core/time-zones.test.ts). It prints its time zone and a
// digest of the engine's results there.
import { createHash } from 'node:crypto';
import { addDays, addMonths, daysBetween, romeDay, startedMonths, weekday } from '../../core/kernel/day.ts';
import { isBankWorkingDay, isItalianHoliday } from '../../core/kernel/working-day.ts';
import { latestSafeDay, paymentMethods, registrationDay } from '../../core/orders/payment.ts';
import { quoteRenewal } from '../../core/quotes/renewal-figures.ts';
import { addUsersFigures } from '../../core/quotes/figures.ts';
import { comparePlans } from '../../core/quotes/comparison.ts';
import { monthRules, monthsCharged } from '../../core/renewals/months.ts';
import { milestones, phaseOf } from '../../core/services/lifecycle.ts';
import { day, item, priceList, service } from './samples.ts';

const digest = createHash('sha256');
let facts = 0;
function say(...values: readonly unknown[]): void {
  digest.update(`${JSON.stringify(values)}\n`);
  facts += 1;
}

const start = day('2026-01-01');
const studio = service([
  item('E', 'e-invoicing', 1, '15/03/2027'),
  item('U', 'user', 3, '31/08/2027'),
  item('M', 'documents', 1, '28/02/2027', 31),
]);
for (let offset = 0; offset < 1096; offset += 1) {
  const date = addDays(start, offset);
  say(
    date,
    weekday(date),
    daysBetween(start, date),
    addMonths(date, 13),
    startedMonths(start, date),
    isItalianHoliday(date),
    isBankWorkingDay(date),
  );
  for (const rule of monthRules) say(rule, monthsCharged(rule, day('2026-01-31'), date));
  for (const method of paymentMethods)
    say(method, registrationDay(method, date), latestSafeDay(method, date));
  say(milestones(date), phaseOf(studio, date));
}
for (const rule of monthRules) {
  for (const date of ['29/03/2026', '25/10/2026', '24/11/2026', '28/02/2027'].map(day)) {
    const pricing = { day: date, rule, priceList, service: studio };
    say(addUsersFigures({ ...pricing, quantity: 2, modules: [], extension: true, offPolicy: 'own-year' }));
    say(quoteRenewal({ ...pricing, years: 3, leftOut: [], reduceTo: {} }));
    say(comparePlans({ ...pricing, quantity: 2, modules: [], offPolicy: 'own-year', horizonMonths: 36 }));
  }
}
// Every half hour of three days, around the clock changes and around the day that Apia skipped.
for (const around of ['2026-03-28T00:00Z', '2026-10-24T00:00Z', '2011-12-29T00:00Z'])
  for (let step = 0; step < 144; step += 1) say(romeDay(Date.parse(around) + step * 1_800_000));

/** The mistake that the test finds: a day computed from the machine's own midnight. */
const throughLocalMidnight = new Date(2026, 10, 24).toISOString();

process.stdout.write(
  JSON.stringify({
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    facts,
    digest: digest.digest('hex'),
    mistake: throughLocalMidnight,
  }),
);
