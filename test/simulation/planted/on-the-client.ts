import type { Planted } from './planted.ts';

const removedOnPush = {
  file: 'core/host/host.ts',
  find: "({ table: 'outbox', id: value.id, value })",
  replace: "({ table: 'outbox', id: value.id, value: value.lastAnswer === 'received' ? null : value })",
};

/** Sending, answers and the outbox. */
export const onTheClient: readonly Planted[] = [
  {
    name: 'a new idempotency key at each try',
    edits: [
      {
        file: 'core/host/host.ts',
        find: 'push(client, entry)',
        replace: 'push(client, { ...entry, id: ports.ids.next() as typeof entry.id })',
      },
    ],
  },
  { name: 'a command leaves the outbox as soon as it is answered', edits: [removedOnPush] },
  {
    name: 'a new key after a restart: sent twice',
    edits: [
      {
        file: 'core/host/host.ts',
        find: "unsure.map((entry): WorkspaceChange => ({ table: 'outbox', id: entry.id, value: afterRestart(entry) }))",
        replace:
          "unsure.flatMap((entry): WorkspaceChange[] => { const id = ports.ids.next() as typeof entry.id; return [{ table: 'outbox', id: entry.id, value: null }, { table: 'outbox', id, value: { ...afterRestart(entry), id } }]; })",
      },
    ],
  },
  {
    name: 'an unknown outcome is taken for unsent',
    edits: [
      {
        file: 'core/sync/outbox.ts',
        find: "if (outcome.kind === 'unknown') return { ...entry, state: 'outcome-unknown'",
        replace: "if (outcome.kind === 'unknown') return { ...entry, state: 'queued'",
      },
    ],
  },
  {
    name: 'what was being sent is taken for unsent after a restart',
    edits: [
      {
        file: 'core/sync/outbox.ts',
        find: "entry.state === 'sending' ? { ...entry, state: 'outcome-unknown'",
        replace: "entry.state === 'sending' ? { ...entry, state: 'queued'",
      },
    ],
  },
  {
    name: 'an unknown outcome can be withdrawn',
    edits: [
      {
        file: 'core/desk/orders/decide-order.ts',
        find: "if (entry.state === 'sending' || entry.state === 'outcome-unknown') return err",
        replace: "if (entry.state === 'sending') return err",
      },
    ],
  },
  {
    name: '429 is taken for processed',
    edits: [
      {
        file: 'core/aruba/client.ts',
        find: "return { kind: 'unsent', why: 'rate-limited' };",
        replace: "return { kind: 'received' };",
      },
    ],
  },
  {
    name: 'no pause after 429',
    edits: [
      {
        file: 'core/sync/engine.ts',
        find: "outcome === 'rate-limited' ? rateLimitDelay",
        replace: "outcome === 'ok' ? rateLimitDelay",
      },
    ],
  },
  {
    name: 'no pause after 429 where somebody has asked meanwhile',
    firstSeed: 340,
    edits: [{ file: 'core/sync/engine.ts', find: ' && !toldToWait)', replace: ')' }],
  },
  {
    name: 'an unreadable 200 is taken for received, and removed',
    edits: [
      {
        file: 'core/aruba/client.ts',
        find: ": { kind: 'unknown', why: 'unreadable' };",
        replace: ": { kind: 'received' };",
      },
      removedOnPush,
    ],
  },
  {
    name: 'sent before it is saved',
    edits: [
      {
        file: 'core/sync/engine.ts',
        find: '      ports.save([...received, entry]);\n      ports.changed();\n',
        replace: '      ports.changed();\n',
      },
    ],
  },
  {
    name: 'sent in the wrong order',
    edits: [
      {
        file: 'core/host/host.ts',
        find: '.sort((a, b) => a.order - b.order)',
        replace: '.sort((a, b) => b.order - a.order)',
      },
    ],
  },
  {
    name: 'a second order while one is open',
    edits: [
      {
        file: 'core/desk/orders/decide-order.ts',
        find: 'if (openOrderFor(state, cart)) return err',
        replace: 'if (state === undefined) return err',
      },
    ],
  },
  {
    name: 'a token renewed for every request',
    edits: [
      {
        file: 'core/aruba/access.ts',
        find: 'if (access === null || clock.now() >= access.until) {',
        replace: 'if (attempt > 0) {',
      },
    ],
  },
  {
    name: 'shown before it is saved',
    edits: [
      {
        file: 'core/host/host.ts',
        find: '      const written = commit(decided.value);\n',
        replace: '      publish(decided.value);\n      const written = commit(decided.value);\n',
      },
    ],
  },
];
