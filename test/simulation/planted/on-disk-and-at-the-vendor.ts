import type { Planted } from './planted.ts';

const pull = 'core/host/pull.ts';
const workspaceStore = 'core/persistence/workspace-store.ts';
const rowsFirst = 'replica.update(rows, settled.length > 0 ? { ...next, cursor: replica.cursor } : next);';

/** Pulls, documents, seats, and a vendor that forgets. */
export const onDiskAndAtTheVendor: readonly Planted[] = [
  {
    name: 'the cursor goes back',
    edits: [
      {
        file: pull,
        find: 'replica.update([], next);',
        replace: 'replica.update([], { ...next, cursor: 0 });',
      },
    ],
  },
  {
    name: 'the cursor is saved before the rows',
    edits: [
      { file: pull, find: rowsFirst, replace: 'replica.update([], next);\n    replica.update(rows, next);' },
    ],
  },
  {
    name: 'the outbox is cleared before the rows are saved',
    edits: [
      {
        file: pull,
        find: `${rowsFirst}\n    if (rows.length > 0) publish(rows);\n    record(settled);`,
        replace: 'record(settled);\n    replica.update(rows, next);\n    if (rows.length > 0) publish(rows);',
      },
    ],
  },
  {
    name: 'a refusal is dropped without a word',
    edits: [
      {
        file: pull,
        find: 'value: errorCode === accepted || gone ? null : refused',
        replace: 'value: errorCode === accepted || gone || refused.state === errorCode ? null : null',
      },
    ],
  },
  {
    name: 'an activation loses what its order does not touch',
    // Something has to be left as it is, by an order that is paid and activated: rare.
    firstSeed: 570,
    edits: [
      {
        file: 'electron/simulator/orders/activate.ts',
        find: 'if (line === undefined || line.newExpiry <= item.expiry) return [item];',
        replace: 'if (line === undefined) return [];\n  if (line.newExpiry <= item.expiry) return [item];',
      },
    ],
  },
  {
    name: 'a pull stops at its first page',
    edits: [{ file: pull, find: '      if (hasMore) continue;\n', replace: '' }],
  },
  {
    name: 'the journal is emptied before the checkpoint is written',
    edits: [
      {
        file: workspaceStore,
        find: '    if (lastCheckpoint !== undefined) writeBackup(lastCheckpoint);\n',
        replace:
          '    journal.turn();\n    journal.turn();\n    if (lastCheckpoint !== undefined) writeBackup(lastCheckpoint);\n',
      },
    ],
  },
  {
    name: 'the journal does not count',
    edits: [
      {
        file: workspaceStore,
        find: 'journal.append({ seq: seq + 1, changes });',
        replace: 'journal.append({ seq: Math.max(1, seq), changes });',
      },
    ],
  },
  {
    name: 'only one of the journal’s two files is read',
    edits: [
      {
        file: 'core/persistence/journal.ts',
        find: 'entries: [...first.entries, ...second.entries].sort',
        replace: 'entries: [...first.entries].sort',
      },
    ],
  },
  {
    name: 'the journal is replayed without its last entry',
    edits: [
      {
        file: workspaceStore,
        find: 'for (const entry of journal.entries) {',
        replace: 'for (const entry of journal.entries.slice(0, -1)) {',
      },
    ],
  },
  {
    name: 'an order gives its seats twice',
    edits: [
      {
        file: 'core/desk/orders/decide-order.ts',
        find: 'type Decision = ',
        replace: 'const again = new Set<string>();\ntype Decision = ',
      },
      {
        file: 'core/desk/orders/decide-order.ts',
        find: 'placement.settled || order.state',
        replace: '(placement.settled && again.has(placement.id)) || order.state',
      },
      {
        file: 'core/desk/orders/decide-order.ts',
        find: '    const { subject } = placement.cart;\n    const client:',
        replace:
          '    const { subject } = placement.cart;\n    if (placement.settled) again.add(placement.id);\n    const client:',
      },
    ],
  },
  {
    name: 'a vendor that does not remember keys',
    edits: [
      {
        file: 'electron/simulator/commands.ts',
        find: "if (known === undefined) return { kind: 'new' };",
        replace: "if (known !== null) return { kind: 'new' };",
      },
    ],
  },
];
