// The mirror is never older than the events. With two windows, changes often arrive while
// a snapshot is taken.
import { beforeEach, expect, test } from 'vitest';
import type { Bridge, ChangedMessage, ScreenChange, Snapshot } from '../../core/bridge/contract.ts';
import { allShown, followDesk, useDesk } from '../../renderer/store/desk.ts';

const rest = {
  rows: ['[]'],
  today: '2026-11-24',
  sync: { link: 'synced', pending: 0, lastSync: 0, nextTry: null, others: [] },
  undoable: null,
} as unknown as ChangedMessage;

/**
 * A main process whose snapshots arrive when the test decides. They contain the state of the
 * moment they were taken.
 */
function slowMain() {
  let revision = 1;
  let listener: (event: ChangedMessage) => void = () => undefined;
  const arriving: { readonly go: () => void; readonly fail: () => void }[] = [];
  const bridge = {
    call: () => {
      const picture = {
        ...rest,
        rows: '[]',
        revision,
        notices: [],
        user: 'mbassi',
        writtenBy: null,
        kept: null,
        simulated: true,
        simulatorInside: true,
        backendAddress: null,
      } as Snapshot;
      return new Promise((resolve, reject) =>
        arriving.push({ go: () => resolve(picture), fail: () => reject(new Error('internal-error')) }),
      );
    },
    onChanged: (told: typeof listener) => {
      listener = told;
      return () => undefined;
    },
  } as unknown as Bridge;
  return {
    bridge,
    change(told = true, ...parts: readonly (readonly ScreenChange[])[]): void {
      revision += 1;
      if (told) listener({ ...rest, rows: parts.map((changes) => JSON.stringify(changes)), revision });
    },
    fail(): void {
      for (const { fail } of arriving.splice(0)) fail();
    },
    /** Lets the pending snapshots arrive. Returns their number. */
    async arrive(): Promise<number> {
      const now = arriving.splice(0);
      for (const { go } of now) go();
      await new Promise((resolve) => setTimeout(resolve, 0));
      return now.length;
    },
  };
}

const shown = (): readonly [boolean, number] => [useDesk.getState().ready, useDesk.getState().revision];
beforeEach(() => useDesk.setState({ ready: false, revision: 0 }));

test('a change while the first picture is on its way is in the next one, even where nothing else ever comes', async () => {
  const main = slowMain();
  const following = followDesk(main.bridge);
  main.change();
  expect([await main.arrive(), shown()]).toEqual([1, [false, 0]]);
  expect([await main.arrive(), shown()]).toEqual([1, [true, 2]]);
  await following;
  main.change();
  expect([await main.arrive(), shown()]).toEqual([0, [true, 3]]);
});

test('a change that was missed is caught up with one picture, however many come while it is taken', async () => {
  const main = slowMain();
  const following = followDesk(main.bridge);
  await main.arrive();
  await following;
  main.change(false);
  main.change();
  main.change();
  expect([await main.arrive(), shown()]).toEqual([1, [true, 1]]);
  expect([await main.arrive(), await main.arrive(), shown()]).toEqual([1, 0, [true, 4]]);
});

test('where a picture fails, the next change brings another', async () => {
  const main = slowMain();
  const following = followDesk(main.bridge);
  main.fail();
  await expect(following).rejects.toThrow('internal-error');
  main.change();
  await main.arrive();
  expect(shown()).toEqual([true, 2]);
});

const client = (id: string, name: string): ScreenChange =>
  ({ table: 'clients', id, value: { id, name, vatCode: '01234560512' } }) as ScreenChange;

test('a state that a screen holds keeps its rows; only the tables that changed are new objects', async () => {
  const main = slowMain();
  const following = followDesk(main.bridge);
  await main.arrive();
  await following;
  main.change(true, [client('a', 'Bar Centrale'), client('b', 'Vivai Toscani')]);
  const held = useDesk.getState().state;
  main.change(true, [client('a', 'Bar Centrale srl'), { ...client('b', ''), value: null } as ScreenChange]);
  const { state } = useDesk.getState();
  expect([...held.workspace.clients.values()].map(({ name }) => name)).toEqual([
    'Bar Centrale',
    'Vivai Toscani',
  ]);
  expect([...state.workspace.clients.values()].map(({ name }) => name)).toEqual(['Bar Centrale srl']);
  expect(state.workspace.people).toBe(held.workspace.people);
  expect(state.replica).toBe(held.replica);
});

test('news of the link alone leaves the state as it is', async () => {
  const main = slowMain();
  const following = followDesk(main.bridge);
  await main.arrive();
  await following;
  const held = useDesk.getState().state;
  main.change();
  expect(useDesk.getState().state).toBe(held);
});

const clientNames = (): readonly string[] =>
  [...useDesk.getState().state.workspace.clients.values()].map(({ name }) => name).toSorted();

test('a long list is read in parts and shown as a whole; what comes after it waits for it', async () => {
  const main = slowMain();
  const following = followDesk(main.bridge);
  await main.arrive();
  await following;
  const names: (readonly string[])[] = [];
  const stop = useDesk.subscribe(() => names.push(clientNames()));
  const parts = Array.from({ length: 40 }, (_, part) =>
    Array.from({ length: 500 }, (_row, row) => client(`${part}-${row}`, `Cliente ${part} ${row}`)),
  );
  main.change(true, ...parts);
  main.change(true, [client('0-0', 'Bar Centrale')]);
  // The window answers between the parts: nothing of the list is shown yet.
  expect([names.length, shown()]).toEqual([0, [true, 1]]);
  await allShown();
  stop();
  expect(names.map(({ length }) => length)).toEqual([20_000, 20_000]);
  expect(names.map((all) => all.includes('Bar Centrale'))).toEqual([false, true]);
  expect(shown()).toEqual([true, 3]);
});

test('a picture that comes while a long list is read has its rows, once', async () => {
  const main = slowMain();
  const following = followDesk(main.bridge);
  await main.arrive();
  await following;
  main.change(true, [client('a', 'Bar Centrale')], [client('b', 'Vivai Toscani')]);
  main.change(false);
  main.change(true, [client('c', 'Officine Rossi')], []);
  await allShown();
  expect(shown()).toEqual([true, 2]);
  expect([await main.arrive(), shown()]).toEqual([1, [true, 4]]);
});
