import type { Command } from '../../../core/desk/command.ts';
import type { Firm } from '../../../core/desk/rows/state.ts';

/** The settings command with some choices changed. */
export const withChoice = (
  { rule, offPolicy, language, theme }: Firm,
  change: Partial<Pick<Firm, 'rule' | 'offPolicy' | 'language' | 'theme'>>,
): Command => ({
  type: 'firm/settings',
  rule,
  offPolicy,
  language,
  theme,
  ...change,
});
