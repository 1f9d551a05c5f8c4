import { takesModules } from '../../catalog/item.ts';
import type { Day } from '../../kernel/day.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { ServiceState } from '../../services/service.ts';
import type { Field, Group, OwnedModule, ServiceDetails } from '../fields.ts';
import { plainText } from './paste-labels.ts';
import { marksIn } from './paste-marks.ts';
import type { Mark, MarkProblem, Marks, Place } from './paste-mark.ts';
import { splitMarks } from './split-paste.ts';

/** A field of the register, or the state that Aruba shows. */
export type PastedField = Field | 'state';

/** A part of the text that was recognised, by character, label included. */
export interface FoundPart extends Place {
  readonly field: PastedField;
}

export type PasteProblem =
  | MarkProblem
  /** The text says different things about a field. The field stays open. */
  | {
      readonly kind: 'several-values';
      readonly field: PastedField;
      readonly values: readonly string[];
      readonly places: readonly Place[];
    }
  | { readonly kind: 'module-on-receive-only' }
  /** The state and the expiry cannot both be right today. */
  | { readonly kind: 'state-disagrees'; readonly state: ServiceState; readonly expiry: Day }
  | { readonly kind: 'nothing-recognised' };

/** What a pasted text says of one service. `from` and `to`: its part of the text. */
export interface PastedService extends Place {
  readonly details: ServiceDetails;
  readonly state: ServiceState | null;
  readonly found: readonly FoundPart[];
  readonly problems: readonly PasteProblem[];
}

export type PasteRefusal =
  | { readonly reason: 'empty-paste' }
  | { readonly reason: 'too-large'; readonly most: number };

/** The longest text that is read, in characters: more than any page has. */
const longestPaste = 1_000_000;

function marksOf(text: string): Result<Marks, PasteRefusal> {
  if (text.length > longestPaste) return err({ reason: 'too-large', most: longestPaste });
  return text.trim() === '' ? err({ reason: 'empty-paste' }) : ok(marksIn(plainText(text)));
}

/**
 * Reads a text copied from Aruba's pages as one service. No layout is assumed: labels and the words beside
 * them are recognised, and their places come back. Says what contradicts itself, and leaves that field open.
 * Refuses an empty text, and one over a million characters.
 */
export function readPasted(text: string, today: Day): Result<PastedService, PasteRefusal> {
  const read = marksOf(text);
  if (!read.ok) return read;
  const { marks, problems } = read.value;
  return ok(serviceIn(marks, problems, { from: 0, to: text.length }, today));
}

/**
 * Reads a text that may hold several services, in their order (see readPasted). If the text does not clearly
 * divide, it is one.
 */
export function readPastedServices(text: string, today: Day): Result<readonly PastedService[], PasteRefusal> {
  const read = marksOf(text);
  if (!read.ok) return read;
  const { marks, problems } = read.value;
  const groups = splitMarks(marks);
  const starts = groups.map((group, index) => (index === 0 ? 0 : (group[0]?.from ?? 0)));
  let next = 0;
  return ok(
    groups.map((group, index) => {
      const place = { from: starts[index] ?? 0, to: starts[index + 1] ?? text.length };
      const first = next;
      while ((problems[next]?.from ?? Number.POSITIVE_INFINITY) < place.to) next += 1;
      return serviceIn(group, problems.slice(first, next), place, today);
    }),
  );
}

type Written = { -readonly [F in keyof ServiceDetails]: ServiceDetails[F] };

const partOf = (mark: Mark): FoundPart => ({
  field: mark.field === 'module' || mark.field === 'noModules' ? 'modules' : mark.field,
  from: mark.from,
  to: mark.to,
});

function serviceIn(
  marks: readonly Mark[],
  wrong: readonly MarkProblem[],
  place: Place,
  today: Day,
): PastedService {
  const problems: PasteProblem[] = [...wrong];
  const details: Written = {};
  const only = <F extends Mark['field']>(field: F): Extract<Mark, { readonly field: F }> | undefined => {
    const all = marks.filter((mark): mark is Extract<Mark, { readonly field: F }> => mark.field === field);
    const values = [...new Set(all.map((mark) => ('value' in mark ? String(mark.value) : '')))];
    if (values.length < 2) return all[0];
    problems.push({ kind: 'several-values', field: field as PastedField, values, places: all.map(placeOf) });
    return undefined;
  };
  for (const field of ['holder', 'vatCode', 'taxCode', 'account', 'panelUsername'] as const) {
    const mark = only(field);
    if (mark !== undefined) details[field] = mark.value;
  }
  const [kind, expiry, renewal, state] = [
    only('kind'),
    only('expiry'),
    only('automaticRenewal'),
    only('state'),
  ];
  if (kind !== undefined) details.kind = kind.value;
  if (expiry !== undefined) details.expiry = expiry.value;
  if (renewal !== undefined) details.automaticRenewal = renewal.value;
  for (const field of ['users', 'space'] as const) {
    const groups = groupsIn(marks, field, problems);
    if (groups !== undefined) details[field] = groups;
  }
  const modules = modulesIn(marks, problems);
  if (modules !== undefined) details.modules = modules;
  if (kind !== undefined && !takesModules(kind.value) && (modules?.length ?? 0) > 0)
    problems.push({ kind: 'module-on-receive-only' });
  if (state !== undefined && expiry !== undefined && disagree(state.value, expiry.value, today))
    problems.push({ kind: 'state-disagrees', state: state.value, expiry: expiry.value });
  if (marks.length === 0 && wrong.length === 0) problems.push({ kind: 'nothing-recognised' });
  return { ...place, details, state: state?.value ?? null, found: marks.map(partOf), problems };
}

const placeOf = ({ from, to }: Place): Place => ({ from, to });

const disagree = (state: ServiceState, expiry: Day, today: Day): boolean =>
  state === 'active' ? expiry < today : state === 'expired' && expiry >= today;

/** The groups of users or space. Undefined if the text says nothing, or different numbers for one expiry. */
function groupsIn(
  marks: readonly Mark[],
  field: 'users' | 'space',
  problems: PasteProblem[],
): readonly Group[] | undefined {
  const said = marks.filter(
    (mark): mark is Extract<Mark, { readonly field: 'users' | 'space' }> => mark.field === field,
  );
  const groups = new Map<Day | null, number>();
  let contradicts = false;
  for (const { value, expiry } of said) {
    contradicts ||= groups.has(expiry) && groups.get(expiry) !== value;
    groups.set(expiry, value);
  }
  // A number without a day may be the sum of the others, or one of them.
  contradicts ||= groups.size > 1 && groups.has(null);
  if (contradicts) {
    const values = [...new Set(said.map(({ value }) => String(value)))];
    problems.push({ kind: 'several-values', field, values, places: said.map(placeOf) });
    return undefined;
  }
  if (said.length === 0) return undefined;
  return [...groups].flatMap(([expiry, quantity]) => (quantity > 0 ? [{ quantity, expiry }] : []));
}

/** The modules. Undefined if the text says nothing, or two things about one. */
function modulesIn(marks: readonly Mark[], problems: PasteProblem[]): readonly OwnedModule[] | undefined {
  const said = marks.filter(
    (mark): mark is Extract<Mark, { readonly field: 'module' }> => mark.field === 'module',
  );
  const none = marks.filter(({ field }) => field === 'noModules');
  if (said.length + none.length === 0) return undefined;
  const owned = new Map<string, (typeof said)[number]>();
  let contradicts = none.length > 0 && said.some((mark) => mark.owned);
  for (const mark of said) {
    const before = owned.get(mark.value);
    contradicts ||=
      before !== undefined &&
      (before.owned !== mark.owned ||
        (before.expiry !== null && mark.expiry !== null && before.expiry !== mark.expiry));
    if (before?.expiry == null) owned.set(mark.value, mark);
  }
  if (contradicts) {
    const values = [...new Set(said.map(({ value }) => value))];
    problems.push({
      kind: 'several-values',
      field: 'modules',
      values,
      places: [...said, ...none].map(placeOf),
    });
    return undefined;
  }
  return [...owned.values()].flatMap((mark) =>
    mark.owned ? [{ kind: mark.value, expiry: mark.expiry }] : [],
  );
}
