import { err, ok, type Result } from '../kernel/result.ts';
import type { Command, Refusal } from './command.ts';
import { resolveConflict } from './cart/cart-sync.ts';
import { setAutomaticRenewal } from './pending/automatic-renewal.ts';
import * as cart from './cart/decide-cart.ts';
import * as merge from './people/decide-merge.ts';
import * as order from './orders/decide-order.ts';
import * as panel from './seats/decide-panel.ts';
import * as quote from './quotes/decide-quote.ts';
import * as people from './people/decide-people.ts';
import * as plan from './plan/decide-plan.ts';
import * as renewal from './cart/decide-renewal.ts';
import { setReminders } from './reminders/decide-reminders.ts';
import * as rules from './rules/decide-rules.ts';
import * as scenario from './plan/decide-scenario.ts';
import * as seatPlan from './cart/decide-seat-plan.ts';
import * as seats from './seats/decide-seats.ts';
import type { AppState, WorkspaceChange } from './rows/state.ts';

/**
 * Decides a command: the rows to write, or why not. Pure but for `newId`; an accepted command writes all its
 * rows or none.
 * What is written is journaled as rows, so a replay never decides again: the replica may have moved on since.
 */
export function decide(
  state: AppState,
  command: Command,
  newId: () => string,
): Result<readonly WorkspaceChange[], Refusal> {
  switch (command.type) {
    case 'people/import':
      return people.importPeople(state, command, newId);
    case 'columns/remember':
      return people.rememberColumns(command);
    case 'person/add':
      return people.addPerson(state, command, newId);
    case 'person/change':
      return people.changePerson(state, command);
    case 'person/erase':
      return people.erasePerson(state, command);
    case 'person/merge':
      return merge.mergePeople(state, command);
    case 'person/apart':
      return merge.tellApart(state, command);
    case 'person/note':
      return people.writeNote(state, command);
    case 'seat/need':
      return seats.markNeed(state, command);
    case 'seat/assign':
      return seats.assignSeats(state, command);
    case 'seat/free':
      return panel.freeSeats(state, command, newId);
    case 'seat/permissions':
      return panel.setPermissions(state, command);
    case 'seat/adopt':
      return panel.adoptUsers(state, command);
    case 'seat/username':
      return panel.setUsername(state, command);
    case 'seat/plan':
      return seatPlan.applySeatPlan(state, command, newId);
    case 'seat-rule/put':
      return seatPlan.putSeatRule(state, command);
    case 'seat-rule/remove':
      return seatPlan.removeSeatRule(state, command);
    case 'panel/align':
      return panel.alignPanel(state, command, newId);
    case 'client/add':
      return people.addClient(state, command);
    case 'cart/open':
      return cart.openCart(state, command);
    case 'cart/open-first':
      return cart.openFirstPurchase(state, command);
    case 'cart/open-renewal':
      return renewal.openRenewal(state, command);
    case 'session/prepare':
      return renewal.prepareSession(state, command);
    case 'cart/renewal-years':
      return renewal.setRenewalYears(state, command);
    case 'cart/leave-out':
      return renewal.setLeftOut(state, command);
    case 'cart/reduce':
      return renewal.setReduction(state, command);
    case 'cart/quantity':
      return cart.setQuantity(state, command);
    case 'cart/extension':
      return cart.setExtension(state, command);
    case 'cart/module':
      return cart.setModule(state, command);
    case 'cart/term':
      return cart.setTerm(state, command);
    case 'cart/convention':
      return cart.setConvention(state, command);
    case 'cart/discard':
      return cart.discardCart(state, command);
    case 'cart/resolve':
      return resolveConflict(state, command);
    case 'order/confirm':
      return order.placeOrder(state, command, newId);
    case 'order/request-cancellation':
      return order.cancelOrder(state, command, newId);
    case 'automatic-renewal/switch':
      return setAutomaticRenewal(state, command, newId);
    case 'price-list/put':
      return rules.putPriceList(state, command);
    case 'price-list/remove':
      return rules.removePriceList(state, command);
    case 'receipt/record':
      return rules.recordReceipt(state, command, newId);
    case 'receipt/forget':
      return rules.forgetReceipt(state, command);
    case 'scenario/save':
      return scenario.saveScenario(state, command);
    case 'scenario/remove':
      return scenario.removeScenario(state, command);
    case 'reminders/settings':
      return setReminders(command);
    case 'plan/choose':
      return plan.choosePlan(state, command);
    case 'plan/day':
      return plan.chooseDay(state, command);
    case 'order/withdraw':
      return order.withdrawOrder(state, command);
    case 'quote/new':
      return quote.newQuote(state, command, newId);
    case 'quote/content':
      return quote.setContent(state, command);
    case 'quote/convention':
      return quote.setQuoteConvention(state, command);
    case 'quote/details':
      return quote.setDetails(state, command);
    case 'quote/issue':
      return quote.issueQuote(state, command);
    case 'quote/revise':
      return quote.reviseQuote(state, command);
    case 'quote/keep':
      return quote.keepPrices(state, command);
    case 'quote/accept':
      return quote.acceptQuote(state, command);
    case 'quote/withdraw':
      return quote.withdrawQuote(state, command);
    case 'quote/discard':
      return quote.discardDraft(state, command);
    case 'quote/to-cart':
      return quote.toCart(state, command);
    case 'firm/logo':
      return quote.setLogo(command);
    case 'firm/settings':
      return setFirm(state, command);
  }
}

function setFirm(
  state: AppState,
  { rule, offPolicy, language, theme }: Extract<Command, { type: 'firm/settings' }>,
): Result<WorkspaceChange[], Refusal> {
  const firm = state.workspace.firm.get('firm');
  return firm === undefined
    ? err({ reason: 'unknown', what: 'firm' })
    : ok([{ table: 'firm', id: 'firm', value: { ...firm, rule, offPolicy, language, theme } }]);
}
