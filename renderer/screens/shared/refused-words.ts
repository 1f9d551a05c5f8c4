// What the server has refused, in the words of the tray.
import type { CommandType, Refusal } from '../../../core/desk/command.ts';
import type { WaitingCommand } from '../../../core/desk/rows/shared-rows.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { foldPurchase } from '../../../core/purchases/fold.ts';
import type { Happening, HappeningKind } from '../../../core/purchases/purchase.ts';
import { momentText } from '../../text/moment.ts';
import { refusalText } from '../../text/sentences.ts';
import { aboutText } from '../../text/step-words.ts';
import { inBothLanguages, text } from '../../text/text.ts';
import { happeningText } from '../purchases/happening-words.ts';

/** The fields that name something. Nothing is sure of a command that another version has written. */
interface Named {
  readonly name?: unknown;
  readonly details?: { readonly email?: unknown };
  readonly entries?: readonly { readonly details?: { readonly holder?: unknown } }[];
  readonly purchaseId?: unknown;
  readonly orderNumber?: unknown;
  readonly on?: unknown;
  readonly what?: Happening;
}

const fieldsOf = ({ command }: WaitingCommand): Named => command as Named;

/** Whom it was about: as it was known when it was given, else as the command says. */
function whomOf(row: WaitingCommand): string {
  const known = row.about === undefined ? '' : aboutText({ about: row.about });
  const holder = fieldsOf(row).entries?.[0]?.details?.holder;
  return known === '' && typeof holder === 'string' ? holder : known;
}

/** What was to happen: of a purchase with its day and number, else the name of the step. */
function whatOf(row: WaitingCommand): string {
  const { what } = fieldsOf(row);
  if (row.command.type.startsWith('purchase/') && what !== undefined) return happeningText(what);
  const id = `step.${row.command.type as CommandType}` as const;
  return inBothLanguages(id).length === 0 ? '' : text(id);
}

/** "purchase" of "purchase/prepare": the compiler asks for a word for each. */
type Kind<T> = T extends `${infer K}/${string}` ? K : never;

/** "Acquisto, Studio Marchetti: Ordine 50012345 del 24/11/2026, Bonifico". */
export function wishOf(row: WaitingCommand): string {
  const [first] = row.command.type.split('/');
  const kind = text(`shared-studio.of-${first as Kind<CommandType> | 'undo'}`);
  const { name, details } = fieldsOf(row);
  const own = name ?? details?.email;
  const named = typeof own === 'string' ? `${kind} «${own}»` : kind;
  const about = [named, whomOf(row)].filter(Boolean).join(', ');
  return [about, whatOf(row)].filter(Boolean).join(': ');
}

/** Reasons that nobody's change of the same data has brought about. */
const notByChange: ReadonlySet<string> = new Set([
  'approval-not-needed',
  'approved-already',
  'not-allowed',
  'bad-input',
  'broken',
]);

/** Who changed the same data before, as the server has told it. */
export function byWhom({ refusal }: WaitingCommand): string {
  const by = refusal?.changedBy;
  return by === undefined || notByChange.has(refusal?.reason ?? '')
    ? ''
    : text('shared-studio.changed-by', { name: by.name, when: momentText(by.at) });
}

export function whyOf({ refusal }: Pick<WaitingCommand, 'refusal'>): string {
  if (refusal === null) return '';
  if (refusal.reason === 'changed-since' || refusal.reason === 'broken')
    return text(`shared-studio.${refusal.reason}`);
  // The whole command, not one of its fields: the server has another version, or cannot keep a character.
  if (refusal.reason === 'bad-input' && refusal['field'] === 'command')
    return text(
      refusal['problem'] === 'unknown form' ? 'shared-studio.not-understood' : 'shared-studio.not-keepable',
      { again: text('shared-studio.again') },
    );
  return refusalText(refusal as unknown as Refusal);
}

/** What has really happened at Aruba, or at the bank. */
const real: ReadonlySet<HappeningKind> = new Set(['ordered', 'paid', 'registered', 'activated', 'cancelled']);

const numberIn = (row: WaitingCommand): string | undefined => {
  const { what, orderNumber } = fieldsOf(row);
  const number = what?.kind === 'ordered' ? what.orderNumber : orderNumber;
  return typeof number === 'string' ? number : undefined;
};

/**
 * The number of the order that a row of the tray has really placed or paid; an empty text if nobody knows it.
 * Undefined if the row tells of nothing real.
 */
export function realOrderOf(
  { workspace }: Pick<AppState, 'workspace'>,
  row: WaitingCommand,
): string | undefined {
  const { type } = row.command;
  const { what, purchaseId, on } = fieldsOf(row);
  const happened = type.startsWith('purchase/') && what !== undefined && real.has(what.kind);
  const paid = type === 'order/say-paid' && on !== null;
  if (!happened && !paid && type !== 'purchase/activate') return undefined;
  const record = [...workspace.purchases.values()].find(({ id }) => id === purchaseId);
  const rows = [...workspace.waiting.values()].filter((one) => fieldsOf(one).purchaseId === purchaseId);
  return (
    numberIn(row) ??
    (record && foldPurchase(record).ordered?.orderNumber) ??
    rows.map(numberIn).findLast((number) => number !== undefined) ??
    ''
  );
}
