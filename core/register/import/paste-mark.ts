import type { ModuleKind, ServiceKind } from '../../catalog/item.ts';
import type { Day } from '../../kernel/day.ts';
import type { ServiceState } from '../../services/service.ts';
import type { Field } from '../fields.ts';
import type { Label } from './paste-labels.ts';
import { readDay } from './read-day.ts';
import type { RejectReason } from './reject-reason.ts';

/** A part of the pasted text, by character. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** What was recognised at a place of the text. Users, space and modules may have an expiry of their own. */
export type Mark = Place &
  (
    | {
        readonly field: 'holder' | 'vatCode' | 'taxCode' | 'account' | 'panelUsername';
        readonly value: string;
      }
    | { readonly field: 'kind'; readonly value: ServiceKind }
    | { readonly field: 'expiry'; readonly value: Day }
    | { readonly field: 'users' | 'space'; readonly value: number; readonly expiry: Day | null }
    | { readonly field: 'noModules' }
    | {
        readonly field: 'module';
        readonly value: ModuleKind;
        readonly owned: boolean;
        readonly expiry: Day | null;
      }
    | { readonly field: 'automaticRenewal'; readonly value: boolean }
    | { readonly field: 'state'; readonly value: ServiceState }
  );

/** A value beside its label that cannot be right. */
export interface MarkProblem extends Place {
  readonly kind: 'bad-value';
  readonly field: Field;
  readonly reason: RejectReason;
}

export interface Marks {
  readonly marks: readonly Mark[];
  readonly problems: readonly MarkProblem[];
}

/** How far from its label a value may stand. */
export const reach = 160;

/** What stands beside a label, up to the next label. */
export interface Beside {
  readonly text: string;
  readonly label: Label;
}

/** A match of `pattern` at the start of the text beside the label, with its place. */
export function match(
  { text, label }: Beside,
  pattern: RegExp,
): { readonly value: string; readonly second: string; readonly place: Place } | undefined {
  const found = pattern.exec(text);
  return found === null
    ? undefined
    : {
        value: found[1] ?? '',
        second: found[2] ?? '',
        place: { from: label.from, to: label.end + found[0].length },
      };
}

/** Between a label and its value: blanks, a colon, or a new line. A minus belongs to its number. */
export const gap = String.raw`^(?:[ :=–|]|-(?!\d)){0,8}(?:\n[ ]{0,8}){0,3}`;

/** Collects marks and problems while the labels are visited. */
export interface Collector {
  readonly marks: Mark[];
  readonly problems: MarkProblem[];
}

/** Says that the value of a field cannot be right. */
export const problem = (into: Collector, field: Field, reason: RejectReason, place: Place): void => {
  into.problems.push({ kind: 'bad-value', field, reason, ...place });
};

/** A date in a running text. */
const date = String.raw`(\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[°º]? [a-z]{3,10} \d{4})(?![\d/])`;
/** The date of an expiry label: small words and up to three line breaks may stand between them. */
export const labelledDate = new RegExp(String.raw`^[^\d\n]{0,40}(?:\n[^\d\n]{0,20}){0,3}?${date}`, 'i');
/** A date in the same line, without a word between: the cell of a table. */
const besideDate = new RegExp(String.raw`^[^\p{L}\n]{0,30}? ${date}(?![^\n]{0,12}\d{1,2}[/.-]\d)`, 'iu');

/** The day in the same line after a value that ends at `to`, as in a row of a table. */
export function dayBeside(
  { text, label }: Beside,
  to: number,
): { readonly day: Day; readonly to: number } | undefined {
  const rest = text.slice(to - label.end);
  const found = besideDate.exec(rest);
  const day = found && readDay(found[1] ?? '', 'day-month');
  return found && day?.ok === true && day.value !== null
    ? { day: day.value, to: to + found[0].length }
    : undefined;
}

/** An answer to yes or no beside a label. A button like `Attiva` is none. */
export const answer = new RegExp(
  String.raw`${gap}(?:è |e' |is )?(non attiv[oai]|disattivat[oa]|disattivo|no|off|not active|inactive|disabled|attiv[oi]|attivat[oa]|s[iì]|on|active|enabled|✓|✔)(?!\p{L})`,
  'iu',
);
export const saysNo = /^(?:no|non |dis|off|inactive|not )/i;
