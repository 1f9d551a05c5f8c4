import { moduleKinds, takesModules, type ModuleKind, type ServiceKind } from '../../../core/catalog/item.ts';
import type { Day } from '../../../core/kernel/day.ts';
import { cleanCell } from '../../../core/formats/spreadsheet/cell.ts';
import { readDate } from '../../../core/people/import/read-dates.ts';
import type { AccessWay, Field, PayerSide, ServiceDetails } from '../../../core/register/fields.ts';
import type { Registered } from '../../../core/register/fold.ts';
import { readVatCode, type Codes } from '../../../core/register/import/read-codes.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/** What stands in the form of a service. An empty text is not said. */
export interface ServiceDraft {
  readonly holder: string;
  readonly vatCode: string;
  readonly kind: ServiceKind;
  readonly expiry: string;
  readonly users: string;
  readonly usersExpiry: string;
  readonly space: string;
  readonly modules: ReadonlySet<ModuleKind>;
  readonly account: string;
  readonly panelUsername: string;
  readonly caretaker: string;
  readonly access: AccessWay | 'not-said';
  readonly payer: PayerSide | 'not-said';
  readonly automaticRenewal: boolean;
}

/** The parts of the form that are typed as text. */
export type TypedField =
  | 'holder'
  | 'vatCode'
  | 'expiry'
  | 'users'
  | 'usersExpiry'
  | 'space'
  | 'account'
  | 'panelUsername'
  | 'caretaker';

export type DraftProblems = Readonly<Partial<Record<Field | 'usersExpiry', string>>>;

/** The form as the register knows the service. Several groups of users are shown as one count. */
export function draftOf(registered: Registered | null): ServiceDraft {
  const known = registered?.known;
  const users = known?.users?.value ?? [];
  const count = (groups: readonly { readonly quantity: number }[] | undefined): string =>
    groups === undefined ? '' : String(groups.reduce((sum, { quantity }) => sum + quantity, 0));
  return {
    holder: known?.holder?.value ?? '',
    vatCode: known?.vatCode?.value ?? '',
    kind: known?.kind?.value ?? 'e-invoicing',
    expiry: known?.expiry === undefined ? '' : dayText(known.expiry.value),
    users: count(known?.users?.value),
    usersExpiry: users[0]?.expiry == null ? '' : dayText(users[0].expiry),
    space: count(known?.space?.value),
    modules: new Set((known?.modules?.value ?? []).map(({ kind }) => kind)),
    account: known?.account?.value ?? '',
    panelUsername: known?.panelUsername?.value ?? '',
    caretaker: known?.caretaker?.value ?? '',
    access: known?.access?.value ?? 'not-said',
    payer: known?.payer?.value ?? 'not-said',
    automaticRenewal: known?.automaticRenewal?.value ?? false,
  };
}

function readCount(typed: string): number | undefined {
  const count = /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : undefined;
  return count !== undefined && count <= 100_000 ? count : undefined;
}

function readDay(typed: string): Day | null | undefined {
  const day = readDate(typed);
  return day.ok && (day.value === null || (day.value >= '2000-01-01' && day.value <= '2100-12-31'))
    ? day.value
    : undefined;
}

/** The codes of the form as a list would say them. What the register has stays. Undefined if wrong. */
function codesOf(typed: string | undefined, before: string): Codes | undefined {
  if (typed === undefined) return {};
  if (typed === before.trim()) return { vatCode: typed };
  const codes = readVatCode(cleanCell(typed));
  return codes.ok ? codes.value : undefined;
}

/**
 * Checks the form. Returns the details to record, or what is wrong beside each field. `before`: the form as
 * the register knows the service.
 */
export function readDraft(
  draft: ServiceDraft,
  before: ServiceDraft,
): {
  readonly details: ServiceDetails | null;
  readonly problems: DraftProblems;
} {
  const problems: Partial<Record<Field | 'usersExpiry', string>> = {};
  const said = (value: string): string | undefined => (value.trim() === '' ? undefined : value.trim());
  const expiry = readDay(draft.expiry);
  const usersExpiry = readDay(draft.usersExpiry);
  const users = draft.users.trim() === '' ? null : readCount(draft.users);
  const space = draft.space.trim() === '' ? null : readCount(draft.space);
  const codes = codesOf(said(draft.vatCode), before.vatCode);
  if (said(draft.holder) === undefined) problems.holder = text('register.missing');
  if (expiry === undefined) problems.expiry = text('register.bad-day');
  if (expiry === null) problems.expiry = text('register.missing');
  if (usersExpiry === undefined) problems.usersExpiry = text('register.bad-day');
  if (users === undefined) problems.users = text('register.bad-count');
  if (space === undefined) problems.space = text('register.bad-count');
  if (codes === undefined) problems.vatCode = text('register.bad-vat');
  // What the form no longer says would stay in the register without a word.
  else if (codes.vatCode === undefined && codes.taxCode !== undefined && before.vatCode.trim() !== '')
    problems.vatCode = text('register.tax-not-vat', { vat: before.vatCode.trim() });
  if (draft.modules.size > 0 && !takesModules(draft.kind))
    problems.modules = text('register.modules-receive-only');
  if (Object.keys(problems).length > 0) return { details: null, problems };
  const groups = (quantity: number | null | undefined, end: Day | null) =>
    quantity == null ? undefined : quantity === 0 ? [] : [{ quantity, expiry: end }];
  return {
    problems,
    details: {
      holder: said(draft.holder),
      vatCode: codes?.vatCode,
      taxCode: codes?.taxCode,
      kind: draft.kind,
      expiry: expiry ?? undefined,
      users: groups(users, usersExpiry ?? null),
      space: groups(space, null),
      modules: moduleKinds.filter((kind) => draft.modules.has(kind)).map((kind) => ({ kind, expiry: null })),
      account: said(draft.account),
      panelUsername: said(draft.panelUsername),
      caretaker: said(draft.caretaker),
      access: draft.access === 'not-said' ? undefined : draft.access,
      payer: draft.payer === 'not-said' ? undefined : draft.payer,
      automaticRenewal: draft.automaticRenewal,
    },
  };
}

/**
 * Only what the person changed in the form. A service with several groups of users keeps them, unless the
 * number was typed anew.
 */
export function changedOnly(
  draft: ServiceDraft,
  before: ServiceDraft,
  details: ServiceDetails,
): ServiceDetails {
  const same = (key: keyof ServiceDraft): boolean =>
    key === 'modules'
      ? [...draft.modules].sort().join() === [...before.modules].sort().join()
      : draft[key] === before[key];
  const untouched = (field: Field): boolean =>
    field === 'users'
      ? same('users') && same('usersExpiry')
      : field in draft && same(field as keyof ServiceDraft);
  return Object.fromEntries(
    Object.entries(details).filter(([field, value]) => value !== undefined && !untouched(field as Field)),
  );
}
