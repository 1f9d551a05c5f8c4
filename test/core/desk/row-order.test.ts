// No decision depends on the order of rows, and no two rows of one command share an id (house rule 11).
import { describe, expect, test } from 'vitest';
import { commands, type Command } from '../../../core/desk/command.ts';
import { decide } from '../../../core/desk/decide.ts';
import type { IdOf } from '../../../core/desk/define-command.ts';
import { panelPlanOf } from '../../../core/desk/seats/seat-boards.ts';
import { applyChanges, type AppState, type WorkspaceRows } from '../../../core/desk/rows/state.ts';
import type { PersonId, QuoteId, ServiceId } from '../../../core/kernel/id.ts';
import { namedId } from '../../../electron/adapters/system.ts';
import { commandOf, wishes, type Wish } from '../../support/desk-commands.ts';
import { law } from '../../support/law.ts';
import { exampleCommands } from '../../support/example-commands.ts';
import { sampleOffice } from '../../support/sample-state.ts';

type Shuffle = (rows: readonly (readonly [string, unknown])[]) => (readonly [string, unknown])[];

const reversed: Shuffle = (rows) => rows.toReversed();

/** A mixed order by a small hash of the id. The same rows always get the same order. */
const mixed: Shuffle = (rows) => {
  const place = ([id]: readonly [string, unknown]): number =>
    Array.from(id).reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 99_991, 7);
  return rows.toSorted((a, b) => place(a) - place(b));
};

const shuffledTables = <T extends object>(tables: T, shuffle: Shuffle): T =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      new Map(shuffle([...(rows as Map<string, unknown>)])),
    ]),
  ) as T;

const shuffled = (state: AppState, shuffle: Shuffle): AppState => ({
  ...state,
  workspace: shuffledTables(state.workspace, shuffle),
  replica: shuffledTables(state.replica, shuffle),
});

const commandId = '01930000-0001-7000-8000-000000000001';
const idOf: IdOf = (name) => namedId(commandId, name);
const stamp = { at: 1_795_000_000_000, by: 'Maria Bassi', user: 'mbassi' };

/** The result of a decision: its rows by table and id, or its refusal. A row written twice appears twice. */
function outcomeOf(decideIt: typeof decide, state: AppState, command: Command): unknown {
  const decided = decideIt(state, command, idOf, stamp);
  if (!decided.ok) return decided.error;
  return decided.value
    .map((change) => [`${change.table} ${change.id}`, change.value] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function checkOrder(decideIt: typeof decide, state: AppState, command: Command): void {
  const expected = outcomeOf(decide, state, command);
  for (const shuffle of [reversed, mixed])
    expect(outcomeOf(decideIt, shuffled(state, shuffle), command), command.type).toEqual(expected);
}

function live(given: readonly Wish[], look: (state: AppState, command: Command) => void): void {
  const { state } = sampleOffice();
  for (const wish of given) {
    const command = commandOf(wish, state);
    look(state, command);
    const decided = decide(
      state,
      command,
      (name) => namedId(`${commandId.slice(0, -4)}${wish.what}`, name),
      stamp,
    );
    if (decided.ok) applyChanges<WorkspaceRows>(state.workspace, decided.value);
  }
}

const given = wishes(25);

law('the order of the rows decides nothing', {
  subject: decide,
  /** Uses the first cart instead of the cart in the command. */
  wrong: (state, command, ids) =>
    'cartId' in command
      ? decide(
          state,
          { ...command, cartId: [...state.workspace.carts.values()][0]?.id ?? command.cartId },
          ids,
          stamp,
        )
      : decide(state, command, ids, stamp),
  given,
  runs: 25,
  holds: (decideIt, work) =>
    live(work, (state, command) => {
      checkOrder(decideIt, state, command);
    }),
});

law('ids of one command differ by name and belong to the command', {
  subject: decide,
  /** Gives the same id to everything that a command makes. */
  wrong: (state, command, ids) => decide(state, command, () => ids('same'), stamp),
  given,
  runs: 25,
  holds: (decideIt, work) =>
    live(work, (state, command) => {
      const decided = decideIt(state, command, idOf, stamp);
      if (!decided.ok) return;
      const written = decided.value.map(({ table, id }) => `${table} ${id}`);
      expect(new Set(written).size, command.type).toBe(written.length);
    }),
});

/** A desk with several rows in each table. The people are not sorted by name. */
function fullDesk(): AppState {
  const { state } = sampleOffice();
  let count = 0;
  const submit = (command: Command): void => {
    count += 1;
    const decided = decide(
      state,
      command,
      (name) => namedId(`${commandId.slice(0, -4)}${count}`, name),
      stamp,
    );
    if (decided.ok) applyChanges<WorkspaceRows>(state.workspace, decided.value);
  };
  const serviceIds = [...state.replica.services.keys()] as ServiceId[];
  const personIds = ([...state.workspace.people.keys()] as PersonId[]).toReversed();
  for (const serviceId of serviceIds) {
    submit({ type: 'seat/need', serviceId, personIds: personIds.slice(0, 5), needed: true });
    submit({ type: 'cart/open', serviceId });
    submit({ type: 'cart/open-renewal', serviceId });
    submit({ type: 'automatic-renewal/switch', serviceId, on: true });
    for (const what of ['add-users', 'renewal'] as const)
      submit({ type: 'quote/new', source: { kind: 'service', serviceId, what } });
  }
  const [first, second] = state.workspace.quotes.keys();
  submit({ type: 'quote/issue', quoteId: first as QuoteId, serial: null });
  submit({ type: 'quote/issue', quoteId: second as QuoteId, serial: null });
  for (const [index, personId] of personIds.slice(0, 3).entries())
    submit({
      type: 'seat/username',
      serviceId: 'fe-studio' as ServiceId,
      personId,
      username: `altro${index}000`,
    });
  for (const command of exampleCommands) submit(command);
  return state;
}

/** A command of each type for each cart, quote, service and person that it can apply to. */
function commandsFor(state: AppState, example: Command): readonly Command[] {
  const { workspace, replica } = state;
  const about: readonly (readonly [string, Iterable<string>])[] = [
    ['cartId', workspace.carts.keys()],
    ['quoteId', workspace.quotes.keys()],
    ['serviceId', replica.services.keys()],
    ['personId', workspace.people.keys()],
    ['key', workspace.outbox.keys()],
  ];
  const found = about.find(([field]) => field in example);
  return found === undefined
    ? [example]
    : [...found[1]].slice(0, 12).map((id) => ({ ...example, [found[0]]: id }) as Command);
}

/** Commands on many people at once. The order of their results matters most. */
function aboutMany(state: AppState): readonly Command[] {
  const personIds = [...state.workspace.people.keys()] as PersonId[];
  return [...state.replica.services.values()].flatMap((service): readonly Command[] => {
    const serviceId = service.id;
    const seated = [...state.workspace.seats.values()].filter((seat) => seat.serviceId === serviceId);
    const plan = (seat: boolean): Command => ({
      type: 'seat/plan',
      wishes: personIds.map((personId) => ({ serviceId, personId, seat, permissions: null })),
      toCart: true,
    });
    const usernames = panelPlanOf(state, service).steps.map(({ username }) => username);
    return [
      plan(true),
      plan(false),
      { type: 'seat/free', serviceId, personIds: seated.map(({ personId }) => personId) },
      { type: 'seat/assign', serviceId, personIds },
      { type: 'panel/align', serviceId, usernames },
    ];
  });
}

test('what concerns many people comes to the same on shuffled rows', () => {
  const state = fullDesk();
  for (const command of aboutMany(state)) checkOrder(decide, state, command);
});

test('the examples hold every type of command', () => {
  const types = new Set<string>(exampleCommands.map(({ type }) => type));
  expect(Object.keys(commands).filter((type) => !types.has(type))).toEqual([]);
});

describe('every type of command comes to the same on shuffled rows', () => {
  const state = fullDesk();
  test.each(exampleCommands.map((command, index) => [`${command.type} ${index}`, command] as const))(
    '%s',
    (_, example) => {
      for (const command of commandsFor(state, example)) checkOrder(decide, state, command);
    },
  );
});
