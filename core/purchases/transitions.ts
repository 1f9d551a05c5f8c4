import type { Happening, HappeningKind, PurchaseState } from './purchase.ts';

/** What a person does from one state to the next. `taken-back` is no transition: the fold drops an event. */
type Transition = Exclude<HappeningKind, 'taken-back'>;

/**
 * The whole state machine: for each state what may happen, and the state after it. `back`: the state from
 * before nobody knew. Before `ordered` nothing exists at Aruba, so a purchase can be dropped there without
 * any trace (rule K).
 */
const transitions: {
  readonly [S in PurchaseState]: { readonly [T in Transition]?: PurchaseState | 'back' };
} = {
  prepared: {
    checked: 'prepared',
    opened: 'prepared',
    composed: 'at-cart',
    unsure: 'to-verify',
    abandoned: 'abandoned',
  },
  'at-cart': { compared: 'compared', unsure: 'to-verify', abandoned: 'abandoned' },
  compared: { compared: 'compared', ordered: 'ordered', unsure: 'to-verify', abandoned: 'abandoned' },
  'to-verify': { 'still-unsure': 'to-verify', ordered: 'ordered', 'not-ordered': 'back' },
  ordered: { compared: 'ordered', paid: 'paid', cancelled: 'cancelled' },
  paid: { compared: 'paid', registered: 'registered', activated: 'active', failed: 'activation-failed' },
  registered: { compared: 'registered', activated: 'active', failed: 'activation-failed' },
  'activation-failed': { activated: 'active' },
  active: { compared: 'active' },
  abandoned: {},
  cancelled: {},
};

/** The state after a happening. Undefined if it cannot happen in this state. */
export function stateAfter(
  state: PurchaseState,
  kind: Happening['kind'],
  beforeUnsure: PurchaseState,
): PurchaseState | undefined {
  if (kind === 'taken-back') return undefined;
  const next = transitions[state][kind];
  return next === 'back' ? beforeUnsure : next;
}

/** What may happen in a state, in the order of the steps. */
export const possible = (state: PurchaseState): readonly Transition[] =>
  Object.keys(transitions[state]) as Transition[];

const final: ReadonlySet<PurchaseState> = new Set(['active', 'abandoned', 'cancelled']);

/**
 * True while nothing else may be ordered for the service: the order may exist, or it is about to (rule K).
 * After a failed activation the money is at Aruba, and a person decides.
 */
export const holdsService = (state: PurchaseState): boolean =>
  !final.has(state) && state !== 'activation-failed';
