// What a restore may do with each table. Single rows that stay because of a purchase: held-back.ts.
import type { WorkspaceRows } from '../rows/state.ts';

/**
 * `back`: the rows become what they were. `missing-come-back`: rows that are gone come back, and no row is
 * changed or removed. `stays`: a restore never touches it.
 */
type Rule = 'back' | 'missing-come-back' | 'stays';

/**
 * Nothing that has left the desk goes back: what was sent to the vendor, ordered at Aruba, given a number or
 * told would otherwise be sent, ordered, given or told twice.
 */
export const restoreRules: { readonly [T in keyof WorkspaceRows]: Rule } = {
  firm: 'back',
  people: 'back',
  clients: 'back',
  needs: 'back',
  seats: 'back',
  // A username is never given twice (rule H3), whatever else is forgotten.
  usernames: 'missing-come-back',
  seatRules: 'back',
  // A cart that was ordered since would be ordered again.
  carts: 'stays',
  cartBases: 'stays',
  placements: 'stays',
  outbox: 'stays',
  ownPriceLists: 'back',
  evidence: 'back',
  // The history is only added to. The restore itself adds what it does to seats.
  history: 'missing-come-back',
  columnMappings: 'back',
  // Those with a number stay (isFrozen).
  quotes: 'back',
  logos: 'back',
  notes: 'back',
  apart: 'back',
  scenarios: 'back',
  views: 'back',
  reminderChoices: 'back',
  told: 'stays',
  // A file of one computer.
  calendarFeeds: 'stays',
  planChoices: 'back',
  // Those of a purchase stay (isFrozen), and those without which its service would end (heldBack).
  facts: 'back',
  operators: 'stays',
  // What was bought at Aruba stays bought. Nothing comes back that would be bought twice (heldBack).
  purchases: 'missing-come-back',
  // Neither a limit nor an approval comes from a file.
  approvals: 'stays',
  invoices: 'back',
  invoiceChoices: 'back',
  serviceColumns: 'back',
  // Reading from Aruba is turned on by a person, never by a file.
  accountChoices: 'stays',
  erased: 'stays',
  forgotten: 'stays',
  // A payment that was made stays made.
  saidPaid: 'stays',
  merged: 'back',
  // What waits for the server belongs to this desk and to no backup.
  waiting: 'stays',
  sharedStudio: 'stays',
  // What the vendor has is the vendor's.
  vendorRows: 'stays',
  vendorMarks: 'stays',
};

/** True for a row of now that stays as it is although its table goes back. */
export function isFrozen<T extends keyof WorkspaceRows>(table: T, row: WorkspaceRows[T]): boolean {
  // A number that was given to a client is not given to another one.
  if (table === 'quotes') return (row as WorkspaceRows['quotes']).stage.state !== 'draft';
  // Aruba did it, and the purchase that says so stays.
  if (table === 'facts') return (row as WorkspaceRows['facts']).source.kind === 'order';
  return false;
}
