import type { Refusal } from '../../core/desk/command.ts';
import type { VendorRefusal } from '../../core/desk/rows/state.ts';
import type { SignInRefusal } from '../../core/bridge/refusals.ts';
import { cents } from '../../core/kernel/cents.ts';
import { moduleOf, type PanelPermission, type Permission } from '../../core/services/permission.ts';
import { dayText, gigabytes, megabytes, money } from './format.ts';
import { text, type TextId } from './text.ts';

/** A permission of the panel in words. A permission of a module contains the module's name. */
export function permissionText(permission: PanelPermission): string {
  const module = moduleOf(permission);
  if (module === undefined) return text(`permission.${permission as Permission}`);
  return text(permission === `${module}-read` ? 'permission.module-read' : 'permission.module-create', {
    module: text(`kind.${module}`),
  });
}

/** The name that the screen uses for each text of a quote. */
const textName = {
  recipient: 'quotes.recipient',
  'vat-code': 'input.vat',
  address: 'input.address',
  notes: 'quote.notes',
  opening: 'quote.opening',
  closing: 'quote.closing',
  fee: 'quote.fee',
  unit: 'quote.fee-unit',
} as const satisfies Readonly<Record<string, TextId>>;

/** A refusal as a sentence: what happened, what is safe, what to do next. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'bad-input':
      return text('refusal.bad-input', { field: refusal.field });
    case 'unknown':
      return text(`refusal.unknown.${refusal.what}`);
    case 'permission-not-possible': {
      const { problem } = refusal;
      const permission = permissionText(problem.permission);
      return problem.kind === 'module'
        ? text('refusal.permission-module', { permission })
        : text('refusal.permission-needs', { permission, needed: permissionText(problem.needed) });
    }
    case 'approval-needed':
      return text('refusal.approval-needed', { limit: money(cents(refusal.limit)) });
    case 'module-already-active':
      return text('refusal.module-already-active', { module: text(`kind.${refusal.module}`) });
    case 'module-needs':
      return text('refusal.module-needs', {
        module: text(`kind.${refusal.module}`),
        needs: text(`kind.${refusal.needs}`),
      });
    case 'reduction-out-of-range':
      return text('refusal.reduction-out-of-range', {
        kind: text(`kind.${refusal.kind}`),
        least: refusal.least,
        most: refusal.most,
      });
    case 'person-holds-seats':
      return text('refusal.person-holds-seats', { name: refusal.name, holders: refusal.holders.join(', ') });
    case 'both-hold-seats':
      return text('refusal.both-hold-seats', { name: refusal.name, holders: refusal.holders.join(', ') });
    case 'users-in-panel': {
      const { configured, wanted, usernames } = refusal;
      return text('refusal.users-in-panel', {
        configured,
        wanted,
        surplus: configured - wanted,
        usernames: usernames.join(', '),
      });
    }
    case 'space-occupied':
      return text('refusal.space-occupied', {
        used: gigabytes(refusal.usedKB),
        left: gigabytes(refusal.leftKB),
      });
    case 'figures-changed':
      return text('refusal.figures-changed', {
        holder: refusal.holder ?? 'none',
        shown: money(cents(refusal.shown)),
        now: money(cents(refusal.now)),
      });
    case 'counted-already':
      return text('refusal.counted-already', {
        field: text(`register.${refusal.field}`),
        day: dayText(refusal.asOf),
      });
    case 'expiry-shortened':
      return text('refusal.expiry-shortened', {
        item: text(`kind.${refusal.kind}`),
        earliest: dayText(refusal.earliest),
      });
    case 'purchase-day':
      return text('refusal.purchase-day', {
        earliest: dayText(refusal.earliest),
        latest: dayText(refusal.latest),
      });
    case 'text-too-long':
      return text('refusal.text-too-long', {
        what: text(textName[refusal.what]),
        length: refusal.length,
        most: refusal.most,
      });
    case 'validity-past':
    case 'plan-day-past':
    case 'day-to-come':
    case 'quote-expired':
      return text(`refusal.${refusal.reason}`, { day: dayText(refusal.day) });
    case 'quote-differs':
      return text('refusal.quote-differs', {
        quoted: money(cents(refusal.quoted)),
        today: money(cents(refusal.today)),
      });
    case 'logo-too-big':
      return text('refusal.logo-too-big', { size: megabytes(refusal.bytes) });
    default: {
      const { reason, ...values } = refusal;
      return text(`refusal.${reason}`, values);
    }
  }
}

export const signInRefusalText = (refusal: SignInRefusal): string =>
  text(`sign-in-refusal.${refusal.reason}`);

const vendorCodes = [
  ...([
    '0201',
    '0202',
    '0203',
    '0204',
    '0205',
    '0206',
    '0207',
    '0208',
    '0209',
    '0210',
    '0211',
    '0212',
    '0213',
  ] as const),
  ...(['0221', '0222', '0223', '0224', '0225', '0226'] as const),
];

/** Why the vendor refused. An unknown code is shown with the vendor's own words. */
export function vendorRefusalText({ errorCode, errorDescription }: VendorRefusal): string {
  const known = vendorCodes.find((code) => code === errorCode);
  return known === undefined
    ? text('vendor.other', { description: errorDescription, code: errorCode })
    : text(`vendor.${known}` satisfies TextId);
}
