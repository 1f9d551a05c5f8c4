import type { Fit } from '../../../core/quotes/calibrate.ts';
import { text } from '../../text/text.ts';

/** The name of a calibration result: its month rule if there is an extension, else its policy. */
export const fitName = ({ rule, offPolicy }: Fit, extension: boolean): string =>
  extension ? text(`rule.${rule}`) : text(`rules.off.${offPolicy}`);
