// The hours and days on which nothing is told.
import { describe, expect, test } from 'vitest';
import {
  defaultReminderChoices,
  isQuiet,
  type ReminderChoices,
} from '../../../../core/desk/rows/reminder-choices.ts';
import { romeMinute, type Day } from '../../../../core/kernel/day.ts';
import { noon, today } from '../../../support/reminder-desk.ts';
import { day } from '../../../support/samples.ts';

describe('quiet hours', () => {
  const choices = defaultReminderChoices;
  test.each<readonly [string, Partial<ReminderChoices>, Day, number, boolean]>([
    ['before midnight', {}, today, 19 * 60, true],
    ['just before they begin', {}, today, 19 * 60 - 1, false],
    ['after midnight', {}, today, 0, true],
    ['in their last minute', {}, today, 8 * 60 - 1, true],
    ['when they are over', {}, today, 8 * 60, false],
    ['within one day', { quiet: { from: 12 * 60, to: 14 * 60 } }, today, 13 * 60, true],
    ['outside, within one day', { quiet: { from: 12 * 60, to: 14 * 60 } }, today, 23 * 60, false],
    ['none', { quiet: null }, today, 0, false],
    ['a Saturday', {}, day('28/11/2026'), noon, true],
    ['a Sunday that is wanted', { weekends: true }, day('29/11/2026'), noon, false],
    ['turned off', { on: false }, today, noon, true],
  ])('%s', (_, change, on, minute, quiet) => {
    expect(isQuiet({ ...choices, ...change }, on, minute)).toBe(quiet);
  });

  test('the minute is that of Rome, in winter and in summer', () => {
    expect(romeMinute(Date.UTC(2026, 10, 24, 18, 0))).toBe(19 * 60);
    expect(romeMinute(Date.UTC(2026, 6, 24, 18, 0))).toBe(20 * 60);
    expect(romeMinute(Date.UTC(2026, 6, 24, 22, 5))).toBe(5);
  });
});
