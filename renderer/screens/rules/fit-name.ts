import type { Fit } from '../../../core/quotes/calibrate.ts';
import { text } from '../../text/text.ts';

/** What a reading is called: by its month rule with the extension, by its policy without. */
export const fitName = ({ rule, offPolicy }: Fit, extension: boolean): string =>
  extension ? text(`rule.${rule}`) : text(`rules.off.${offPolicy}`);
