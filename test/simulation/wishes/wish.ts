// What all wishes share.
import type { Command } from '../../../core/desk/command.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { CartId, PersonId, ServiceId } from '../../../core/kernel/id.ts';

/** Three numbers. They choose among what the desk has when the wish has its turn. */
export type Numbers = readonly [number, number, number];

/**
 * The commands of a wish, one after the other. Each is made from what the desk has by then. It is undefined
 * if there is nothing to do.
 */
export type Wish = (numbers: Numbers) => readonly ((state: AppState) => Command | undefined)[];

/** The studio's own service. */
export const ownService = 'fe-studio' as ServiceId;

/** One of them, by any number. Returns undefined if there are none. */
export function nth<T>(all: Iterable<T>, index: number): T | undefined {
  const list = [...all];
  return list[index % Math.max(1, list.length)];
}

/** Some service. Every third time it is the studio's own. */
export const serviceOf = (state: AppState, [a]: Numbers): ServiceId =>
  (a % 3 === 0 ? 'fe-studio' : (nth(state.replica.services.keys(), a) ?? 'none')) as ServiceId;

/** Two people, who may be the same. */
export const peopleOf = (state: AppState, [, b, c]: Numbers): PersonId[] =>
  [nth(state.workspace.people.keys(), b), nth(state.workspace.people.keys(), c)].map(
    (id) => (id ?? 'none') as PersonId,
  );

/** Some cart. */
export const cartOf = (state: AppState, [a]: Numbers): CartId =>
  nth(state.workspace.carts.keys(), a) as CartId;
