import type { PriceList } from '../../catalog/price-list.ts';
import type { LetterheadLayout } from '../../formats/paper/letterhead-layout.ts';
import type { Day } from '../../kernel/day.ts';
import type { CartId, CommandKey, OrderNumber, PersonId, ServiceId } from '../../kernel/id.ts';
import type { Cart, CartContent, CartWish } from '../../orders/cart.ts';
import type { Order } from '../../orders/order.ts';
import type { Payer } from '../../orders/payment.ts';
import type { Apart } from '../../people/apart.ts';
import type { PersonNote } from '../../people/note.ts';
import type { Person } from '../../people/person.ts';
import type { Fit, Receipt } from '../../quotes/calibrate.ts';
import type { Logo } from '../../quotes/logo.ts';
import type { Approval } from './approval.ts';
import type { PurchaseRecord } from '../../purchases/purchase.ts';
import type { QuoteDocument } from '../../quotes/quote-document.ts';
import type { Fact } from '../../register/fact.ts';
import type { Figures } from '../../quotes/figures.ts';
import type { OffPolicy } from '../../renewals/add-users.ts';
import type { MonthRule } from '../../renewals/months.ts';
import type { HistoryEntry } from '../../seats/history.ts';
import type { SeatRule } from '../../seats/seat-rule.ts';
import type { Seat, SeatNeed } from '../../seats/seat.ts';
import type { Service } from '../../services/service.ts';
import type { AccountChoices } from './account-choices.ts';
import type { CalendarFeed } from './calendar-feed.ts';
import type { Client } from './client.ts';
import type { ColumnMapping, ServiceColumnMapping } from './column-mappings.ts';
import type { Forgotten } from './forgotten.ts';
import type { SaidPaid } from './said-paid.ts';
import type { Erased, Merged } from './erased.ts';
import type { InvoiceChoices, InvoiceRecord } from './invoice-rows.ts';
import type { Operator } from './operator.ts';
import type { ReminderChoices } from './reminder-choices.ts';
import type { SharedStudio, WaitingCommand } from './shared-rows.ts';
import type { Told } from './told.ts';
import type { VendorMark, VendorRow } from './vendor-rows.ts';
import type { PlanChoices, SavedScenario } from './renewal-choices.ts';
import type { SavedView } from './saved-view.ts';
import type { OutboxEntry } from '../../sync/outbox.ts';
import type { NewUser, OrderAnswer, OrderRequest, UserChange, VendorCart } from '../../aruba/protocol.ts';

/** The firm and its choices. One record, id `firm`. */
export interface Firm {
  readonly id: 'firm';
  readonly name: string;
  readonly account: string;
  readonly payer: Payer;
  readonly rule: MonthRule;
  readonly offPolicy: OffPolicy;
  readonly language: 'it' | 'en';
  readonly theme: 'system' | 'light' | 'dark';
  /** A sample has a simulated vendor; a studio of one's own has a register of facts (rule J1). */
  readonly studio: 'sample' | 'own';
  /** How its papers begin. Absent for the usual layout. */
  readonly letterhead?: LetterheadLayout;
}

/** A confirmed order on this side: its frozen cart and figures, and the people whom the seats are for. */
export interface Placement {
  readonly id: CommandKey;
  readonly cart: Cart;
  readonly holder: string;
  readonly quote: Figures;
  readonly payer: Payer;
  readonly method: OrderRequest['method'];
  readonly placedOn: Day;
  readonly personIds: readonly PersonId[];
  /** True once the seats were given to the people, after activation. */
  readonly settled: boolean;
}

/** A username that was given on a service. Nobody else gets it there, ever (rule H3). */
export interface UsernameRecord {
  readonly id: string;
  readonly serviceId: ServiceId;
  readonly username: string;
  readonly personId: PersonId;
}

/** A command that waits for the vendor. */
export type VendorCommand =
  | { readonly kind: 'order/place'; readonly request: OrderRequest }
  | { readonly kind: 'order/cancel'; readonly orderNumber: OrderNumber }
  | { readonly kind: 'service/automatic-renewal'; readonly serviceId: ServiceId; readonly on: boolean }
  | UserCommand;

/** Create, change or delete an additional user in the vendor's panel. */
export type UserCommand =
  | { readonly kind: 'user/create'; readonly serviceId: ServiceId; readonly user: NewUser }
  | {
      readonly kind: 'user/change';
      readonly serviceId: ServiceId;
      readonly username: string;
      readonly change: UserChange;
    }
  | { readonly kind: 'user/delete'; readonly serviceId: ServiceId; readonly username: string };

export const isUserCommand = (command: VendorCommand): command is UserCommand =>
  command.kind.startsWith('user/');

export const usernameOf = (command: UserCommand): string =>
  command.kind === 'user/create' ? command.user.username : command.username;

/** Why the vendor refused. Kept with the entry until the person has dealt with it. */
export type VendorRefusal = Pick<OrderAnswer, 'errorCode' | 'errorDescription' | 'vendorQuote'>;

export type Outgoing = OutboxEntry<VendorCommand, VendorRefusal>;

/** What Aruba's cart really showed for a purchase, and the rules that give it: why a rule was chosen (I3). */
export interface Evidence {
  readonly id: string;
  readonly on: Day;
  readonly holder: string;
  readonly quantity: number;
  readonly receipt: Receipt;
  readonly fits: readonly Fit[];
}

/**
 * The vendor's cart at the last agreement: the base of a three-way merge. `sent`: our writes that may have
 * arrived.
 */
export interface CartBase {
  readonly id: CartId;
  readonly version: number;
  readonly content: CartContent | null;
  readonly sent: readonly { readonly key: CommandKey; readonly content: CartContent | null }[];
  /**
   * Present if the vendor has forgotten this agreement: if the carts differ, a person decides about the whole
   * cart.
   */
  readonly forgotten?: true;
}

/** A quote of the firm. Its content is what a cart would hold. */
export type Quote = QuoteDocument<CartWish>;

/** The firm's own data. Only the main process writes them. */
export interface WorkspaceRows {
  readonly firm: Firm;
  readonly people: Person;
  readonly clients: Client;
  readonly needs: SeatNeed;
  readonly seats: Seat;
  readonly usernames: UsernameRecord;
  readonly seatRules: SeatRule;
  readonly carts: Cart;
  readonly cartBases: CartBase;
  readonly placements: Placement;
  readonly outbox: Outgoing;
  /** The firm's own price lists. */
  readonly ownPriceLists: PriceList;
  readonly evidence: Evidence;
  /** Who had which seat when, and who changed it. Entries are only added. */
  readonly history: HistoryEntry;
  readonly columnMappings: ColumnMapping;
  readonly quotes: Quote;
  readonly logos: Logo;
  readonly notes: PersonNote;
  readonly apart: Apart;
  /** Saved assumptions of the plan of renewals ("E se"). */
  readonly scenarios: SavedScenario;
  readonly views: SavedView;
  readonly reminderChoices: ReminderChoices;
  /** Reminders that were told. The program writes them; they are no step of undo. */
  readonly told: Told;
  readonly calendarFeeds: CalendarFeed;
  /** How renewals are planned. One record, id `plan`. */
  readonly planChoices: PlanChoices;
  /** What is known of the services of a studio of one's own. Facts are only added (rule J3). */
  readonly facts: Fact;
  /** Who works with this studio (rule J6). */
  readonly operators: Operator;
  /** What a studio of one's own buys in Aruba's pages (rule K). */
  readonly purchases: PurchaseRecord;
  /** The limit of purchases in a shared studio, and what was approved above it. */
  readonly approvals: Approval;
  /** What a person confirmed of the invoices that Aruba sent. */
  readonly invoices: InvoiceRecord;
  /** What was said once about invoices. One record, id `invoices`. */
  readonly invoiceChoices: InvoiceChoices;
  /** What a person said about columns of service lists. Staff lists have a table of their own. */
  readonly serviceColumns: ServiceColumnMapping;
  /** Whether this studio reads from Aruba (rule L). One record, id `firm`. */
  readonly accountChoices: AccountChoices;
  /** What the vendor forgot when it was restored from an older backup. Rows are only added and closed. */
  readonly forgotten: Forgotten;
  readonly saidPaid: SaidPaid;
  /** Who was erased, by id alone. Nothing ever takes a row back. */
  readonly erased: Erased;
  readonly merged: Merged;
  /** Commands of a shared studio that its server has not taken, refused, or has in no backup. */
  readonly waiting: WaitingCommand;
  /** Where a shared studio lies. Empty in every other one. */
  readonly sharedStudio: SharedStudio;
  /** What the server of a shared studio last knew of the vendor. Empty in every other studio. */
  readonly vendorRows: VendorRow;
  /** How far it has read the vendor. One record, id `vendor`. */
  readonly vendorMarks: VendorMark;
}

/** The vendor's last confirmed state. */
export interface ReplicaRows {
  readonly services: Service;
  readonly orders: Order;
  readonly priceLists: PriceList;
  readonly vendorCarts: VendorCart;
}

export type MutableTables<Rows> = { readonly [T in keyof Rows]: Map<string, Rows[T]> };
export type Tables<Rows> = { readonly [T in keyof Rows]: ReadonlyMap<string, Rows[T]> };

/** One row written, or removed if the value is null. The journal, undo and the screen use the same form. */
export type Change<Rows> = {
  [T in keyof Rows]: { readonly table: T; readonly id: string; readonly value: Rows[T] | null };
}[keyof Rows];

export type WorkspaceChange = Change<WorkspaceRows>;
export type ReplicaChange = Change<ReplicaRows>;

/** Everything that a decision may read. */
export interface AppState {
  readonly workspace: Tables<WorkspaceRows>;
  readonly replica: Tables<ReplicaRows>;
  readonly today: Day;
}

export type WorkspaceTables = MutableTables<WorkspaceRows>;
export type ReplicaTables = MutableTables<ReplicaRows>;

/** Writes changes into the tables. Never throws: accepted changes can always be replayed. */
export function applyChanges<Rows>(tables: MutableTables<Rows>, changes: readonly Change<Rows>[]): void {
  for (const change of changes) {
    const table: Map<string, Rows[keyof Rows]> = tables[change.table];
    if (change.value === null) table.delete(change.id);
    else table.set(change.id, change.value);
  }
}

/** Every row as a change that writes it: the first picture of a screen. */
export const allRows = <Rows>(tables: Tables<Rows>): Change<Rows>[] =>
  (Object.keys(tables) as (keyof Rows)[]).flatMap((table) =>
    [...tables[table]].map(([id, value]) => ({ table, id, value }) as Change<Rows>),
  );
