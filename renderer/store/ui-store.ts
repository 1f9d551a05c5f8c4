import type { SharedMember } from '../../core/shared/members.ts';
import { create } from 'zustand';
import type { StudioEntry } from '../../core/bridge/studios.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { Firm } from '../../core/desk/rows/state.ts';
import type { CartId, PersonId, PurchaseId, QuoteId, ServiceId } from '../../core/kernel/id.ts';
import type { PurchaseEventId } from '../../core/purchases/purchase.ts';
import type { FactId } from '../../core/register/fact.ts';
import type { PaymentMethod } from '../../core/orders/payment.ts';
import type { HintScreen } from './hint-screens.ts';

export type Route =
  | { readonly screen: 'status' }
  | { readonly screen: 'people' }
  | { readonly screen: 'matrix' }
  | { readonly screen: 'import' }
  | { readonly screen: 'services' }
  | { readonly screen: 'import-services' }
  | { readonly screen: 'service' | 'read-from-aruba'; readonly serviceId: ServiceId }
  | { readonly screen: 'cart'; readonly cartId: CartId | null }
  | { readonly screen: 'order-form'; readonly cartId: CartId }
  | { readonly screen: 'orders'; readonly orderId: string | null }
  | { readonly screen: 'invoices'; readonly invoiceId: string | null }
  | { readonly screen: 'quotes'; readonly quoteId: QuoteId | null }
  | { readonly screen: 'first-purchase' }
  | { readonly screen: 'renewals' }
  | { readonly screen: 'recharge' }
  | { readonly screen: 'session'; readonly day: Day }
  /** `personId`: the events of one person alone. */
  | { readonly screen: 'history'; readonly personId?: PersonId }
  | { readonly screen: 'sync' }
  | { readonly screen: 'rules' }
  | { readonly screen: 'settings' }
  /** The pages of a new studio of one's own. */
  | { readonly screen: 'setup'; readonly step: 'services' | 'people' }
  | { readonly screen: 'simulator' }
  /** `job`: a job of the manual, or a screen that a job helps with. */
  | { readonly screen: 'manual'; readonly job: string | null }
  /** Every component in every state, for whoever works on the program. */
  | { readonly screen: 'specimens' };

export type Dialog =
  | { readonly kind: 'sign-in'; readonly why: 'asked' | 'order' }
  /** `again`: the refused command whose details fill the form, and which leaves the tray with it. */
  | { readonly kind: 'person'; readonly personId: PersonId | null; readonly again?: string }
  | { readonly kind: 'change-people'; readonly personIds: readonly PersonId[] }
  | { readonly kind: 'export-people' }
  | { readonly kind: 'free-seats'; readonly serviceId: ServiceId; readonly personIds: readonly PersonId[] }
  | { readonly kind: 'align-panel' | 'give-seat'; readonly serviceId: ServiceId }
  | { readonly kind: 'permissions'; readonly serviceId: ServiceId; readonly personIds: readonly PersonId[] }
  | { readonly kind: 'username'; readonly serviceId: ServiceId; readonly personId: PersonId }
  | { readonly kind: 'duplicates' }
  | { readonly kind: 'erase-person'; readonly personId: PersonId }
  | { readonly kind: 'cancel-order'; readonly orderId: string }
  | { readonly kind: 'seat-plan'; readonly from: 'draft' | 'rules' }
  | { readonly kind: 'seat-rules' }
  | { readonly kind: 'what-if' }
  | { readonly kind: 'new-quote'; readonly serviceId: ServiceId | null }
  | {
      readonly kind:
        | 'quote-details'
        | 'quote-words'
        | 'add-service'
        | 'issue-quote'
        | 'revise-quote'
        | 'export-quote';
      readonly quoteId: QuoteId;
    }
  | { readonly kind: 'service-data'; readonly serviceId: ServiceId | null }
  | { readonly kind: 'correct-fact'; readonly factId: FactId }
  | { readonly kind: 'remove-studio' | 'export-studio'; readonly studio: StudioEntry }
  | { readonly kind: 'backups' }
  | {
      readonly kind: 'correct-purchase';
      readonly purchaseId: PurchaseId;
      readonly eventId: PurchaseEventId;
    }
  | { readonly kind: 'take-back'; readonly purchaseId: PurchaseId }
  /** The message to a client who buys alone. */
  | {
      readonly kind: 'client-message';
      readonly about:
        | { readonly kind: 'cart'; readonly cartId: CartId }
        | { readonly kind: 'purchase'; readonly purchaseId: PurchaseId };
    }
  /** What another rule would change, before it is adopted. */
  | {
      readonly kind: 'adopt-rule';
      readonly change: Partial<Pick<Firm, 'rule' | 'offPolicy'>>;
      readonly count: number;
    }
  /** "Chi sei?" (rule J6). */
  | { readonly kind: 'operator' }
  | { readonly kind: 'shortcuts' }
  /** A new invitation for the shared studio that is open. */
  | { readonly kind: 'rejoin' }
  /** A refused command that tells of a real order or payment. */
  | { readonly kind: 'let-go'; readonly waitingId: string }
  | { readonly kind: 'share-studio' | 'own-password' | 'own-code' }
  /** `member`: who gets one more computer; null for a new person. */
  | { readonly kind: 'invite'; readonly member: SharedMember | null }
  | { readonly kind: 'end-access'; readonly member: SharedMember }
  /** The version and the licences. */
  | { readonly kind: 'about' }
  | { readonly kind: 'palette' };

export interface Toast {
  readonly id: number;
  readonly tone: 'plain' | 'late';
  readonly text: string;
  /** The step that it offers to take back. */
  readonly undo: number | null;
  /** The path of the file that was saved: it offers to show it. */
  readonly file: string | null;
  /** True if it says why a command was refused. It goes when a later command is carried out. */
  readonly refusal: boolean;
  /** When it appeared, in milliseconds since the page was loaded. */
  readonly at: number;
}

/** A list of services that was chosen and neither confirmed nor given up: its name and the time, no more. */
export interface UnconfirmedList {
  readonly name: string;
  /** In milliseconds since 1970. */
  readonly at: number;
}

/** From somewhere else, by going back, or to show a saved view. */
type Opening = 'anew' | 'back' | 'view';

interface Ui {
  readonly route: Route;
  readonly back: readonly Route[];
  /** How the screen was opened. One that the person came `back` to is as it was left. */
  readonly opened: Opening;
  readonly dialog: Dialog | null;
  readonly toasts: readonly Toast[];
  /** The service whose seats Personale shows. */
  readonly peopleService: ServiceId | null;
  /** The person whose detail Personale shows. */
  readonly personShown: PersonId | null;
  /** The methods chosen here, by cart, purchase or session. */
  readonly methods: Readonly<Record<string, PaymentMethod>>;
  readonly unconfirmedList: UnconfirmedList | null;
  /** Whether the lines of quotes have their calculation as a column. */
  readonly quoteCalculation: boolean;
  /** The screens whose hint is still to come. */
  readonly hints: readonly HintScreen[];
}

/** What concerns this window only. Where one was comes back after a restart (see kept-screen.ts). */
export const useUi = create<Ui>()((): Ui => ({
  route: { screen: 'status' },
  back: [],
  opened: 'anew',
  dialog: null,
  toasts: [],
  peopleService: null,
  personShown: null,
  methods: {},
  unconfirmedList: null,
  quoteCalculation: true,
  hints: [],
}));

/** In milliseconds: a message that is not older is about what the person is doing now. */
const moment = 2000;
const isNew = ({ at }: Toast): boolean => performance.now() - at < moment;

export function go(route: Route, opened: Exclude<Opening, 'back'> = 'anew'): void {
  // What was said on the screen that is left has been read or no longer matters.
  useUi.setState(({ route: from, back, toasts }) => ({
    route,
    back: [...back.slice(-49), from],
    opened,
    toasts: toasts.filter((one) => one.tone !== 'late' && isNew(one)),
  }));
}

/** Opens the manual at the job that the open screen is for. `choosing`: no studio is open yet. */
export function openManual(choosing = false): void {
  const { screen } = useUi.getState().route;
  if (screen !== 'manual') go({ screen: 'manual', job: choosing ? null : screen });
}

export function goBack(): void {
  useUi.setState(({ back, route, opened }) => ({
    route: back.at(-1) ?? route,
    back: back.slice(0, -1),
    opened: back.length > 0 ? 'back' : opened,
  }));
}

/** Goes to the list that a screen belongs to: back, if the person came from there. */
export function goUp(route: Route): void {
  if (useUi.getState().back.at(-1)?.screen === route.screen) goBack();
  else go(route);
}

export function openDialog(dialog: Dialog | null): void {
  useUi.setState(({ toasts }) => ({
    dialog,
    // News of before would stand above it.
    toasts: dialog === null ? toasts : toasts.filter((one) => one.tone === 'late' || isNew(one)),
  }));
}

/** News said in the language before. What went wrong stays until it is read. */
export function closeNews(): void {
  useUi.setState(({ toasts }) => ({ toasts: toasts.filter(({ tone }) => tone === 'late') }));
}

let nextToast = 1;

/** A short message at the edge. News go by themselves (shell/toasts.tsx); an error stays until closed. */
export function toast(
  text: string,
  options: {
    readonly tone?: Toast['tone'];
    readonly undo?: number | null;
    readonly file?: string | null;
    readonly refusal?: boolean;
  } = {},
): void {
  const id = nextToast;
  nextToast += 1;
  const { tone = 'plain', undo = null, file = null, refusal = false } = options;
  // News give way to newer news, and the same sentence twice is one message: what is wrong stays until it is
  // read.
  useUi.setState(({ toasts }) => ({
    toasts: [
      ...toasts.filter((one) => one.tone === 'late' && one.text !== text).slice(-2),
      { id, tone, text, undo, file, refusal, at: performance.now() },
    ],
  }));
}

/** The person has gone on: what was refused before no longer matters. */
export function closeRefusals(): void {
  useUi.setState(({ toasts }) =>
    toasts.some(({ refusal }) => refusal) ? { toasts: toasts.filter(({ refusal }) => !refusal) } : {},
  );
}

export function closeToast(id: number): void {
  useUi.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }));
}
