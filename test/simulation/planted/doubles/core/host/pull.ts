import type { WorkspaceChange } from '../../../../../../core/desk/rows/state.ts';
import * as real from '../../../../../../core/host/pull.ts';
import { faulty, like } from '../../../plant.ts';

export * from '../../../../../../core/host/pull.ts';

/** Saves the cursor of the last page before the rows of the pages. */
const cursorFirst: typeof real.createPull = (ports) => {
  let cursor = 0;
  return real.createPull({
    ...ports,
    client: {
      async changes(from) {
        const page = await ports.client.changes(from);
        if (page.ok) cursor = page.value.nextCursor;
        return page;
      },
    },
    replica: like(ports.replica, {
      update(rows, next) {
        if (rows.length > 0) ports.replica.update([], { ...next, cursor });
        ports.replica.update(rows, rows.length > 0 ? { ...next, cursor } : next);
      },
    }),
  });
};

/** Clears the outbox first, then writes the rows, then shows them. */
const outboxFirst: typeof real.createPull = (ports) => {
  const later: (() => void)[] = [];
  return real.createPull({
    ...ports,
    replica: like(ports.replica, {
      update(rows, next) {
        if (rows.length === 0) return ports.replica.update(rows, next);
        later.push(() => ports.replica.update(rows, next));
      },
    }),
    publish: (rows) => void later.push(() => ports.publish(rows)),
    record(changes) {
      ports.record(changes);
      for (const task of later.splice(0)) task();
    },
  });
};

/** Shows what the outbox lost before the rows that take its place. The disk is right all the time. */
const shownLate: typeof real.createPull = (ports) => {
  const later: (() => void)[] = [];
  return real.createPull({
    ...ports,
    publish: (rows) => void later.push(() => ports.publish(rows)),
    record(changes, by) {
      ports.record(changes, by);
      for (const task of later.splice(0)) task();
    },
  });
};

const droppedIfRefused = (change: WorkspaceChange): WorkspaceChange =>
  change.table === 'outbox' && change.value?.state === 'refused' ? { ...change, value: null } : change;

const isOfOrder = (change: WorkspaceChange): boolean =>
  change.table === 'outbox' && change.value?.command.kind.startsWith('order/') === true;

export const createPull = faulty(real.createPull, {
  'the cursor goes back': (ports) =>
    real.createPull({
      ...ports,
      replica: like(ports.replica, {
        update: (rows, next) =>
          ports.replica.update(
            rows,
            rows.length === 0 && next.cursor > ports.replica.cursor ? { ...next, cursor: 0 } : next,
          ),
      }),
    }),
  'the cursor is saved before the rows': cursorFirst,
  'the outbox is cleared before the rows are saved': outboxFirst,
  'an order is shown after its command has gone': shownLate,
  'a refusal is dropped without a word': (ports) =>
    real.createPull({ ...ports, record: (changes) => ports.record(changes.map(droppedIfRefused)) }),
  'a refused user or switch is dropped without a word': (ports) =>
    real.createPull({
      ...ports,
      record: (changes) =>
        ports.record(changes.map((change) => (isOfOrder(change) ? change : droppedIfRefused(change)))),
    }),
  'a pull stops at its first page': (ports) =>
    real.createPull({
      ...ports,
      client: {
        async changes(cursor) {
          const page = await ports.client.changes(cursor);
          return page.ok ? { ...page, value: { ...page.value, hasMore: false } } : page;
        },
      },
    }),
});
