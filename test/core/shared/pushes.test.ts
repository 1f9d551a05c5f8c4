// What desks send at the same time: decided together, answered each for itself.
import { expect, test } from 'vitest';
import type { Has } from '../../../core/shared/protocol.ts';
import { createPushes } from '../../../core/shared/server/push.ts';
import type { SentCommand } from '../../../core/shared/server/decide-sent.ts';
import { namedId } from '../../../electron/adapters/system.ts';
import { quietLog } from '../../support/counting-ids.ts';
import { exampleDetails } from '../../support/example-commands/people.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { memoryStudio } from '../../support/memory-studio.ts';

const deskId = (desk: number): string => `desk-${desk}`;
const cid = (desk: number, seq: number): string => `0193000${desk}-0000-7000-8000-00000000000${seq}`;
const sent = (desk: number, seq: number, command: unknown): SentCommand =>
  ({ seq, cid: cid(desk, seq), at: 0, day: '2026-11-28', command }) as SentCommand;
const add = (name: string) => ({
  type: 'person/add',
  details: { ...exampleDetails, givenName: name, familyName: name, email: `${name}@x.it` },
});

/** A studio with some desks. The database is busy until `go`. */
async function studio(count: number) {
  let go = (): void => undefined;
  const free = new Promise<void>((resolve) => {
    go = resolve;
  });
  const invited = new Map(
    Array.from({ length: count }, (_, desk) => [
      `code-${desk}`,
      { account: `account-${desk}`, name: `Persona ${desk}`, role: 'administer' as const },
    ]),
  );
  const database = memoryStudio({ rows: new Map(), invited }, { pause: () => Promise.resolve() });
  for (let desk = 0; desk < count; desk += 1)
    await database.pair('studio', {
      codeHash: `code-${desk}`,
      client: deskId(desk),
      tokenHash: `token-${desk}`,
      computer: '',
      now: 0,
    });
  /** How many desks were in each transaction. */
  const transactions: number[] = [];
  const pushes = createPushes({
    database: {
      ...database,
      async write(at, about, work) {
        transactions.push(about.desks.length);
        await free;
        return database.write(at, about, work);
      },
    },
    clock: fakeClock(),
    ids: { named: namedId },
    log: quietLog,
  });
  const push = (desk: number, commands: readonly SentCommand[], has: Has = null) =>
    pushes.take('studio', { client: deskId(desk), commands, has });
  return { database, transactions, push, go };
}

test('what comes while the database is busy is one transaction, and each desk gets its own results', async () => {
  const { database, transactions, push, go } = await studio(5);
  const has = { epoch: 'first', version: 1 };
  const answers = Array.from({ length: 5 }, (_, desk) => push(desk, [sent(desk, 1, add(`p${desk}`))], has));
  // A second one of the same desk, with an address that is taken by then.
  const again = push(1, [sent(1, 2, add('p4'))], has);
  go();
  const pushed = await Promise.all(answers);
  expect(transactions).toEqual([1, 4, 1]);
  expect(pushed.map((answer) => answer.kind === 'pushed' && answer.body.version)).toEqual([2, 3, 4, 5, 6]);
  expect(pushed.slice(1)).toEqual(
    [1, 2, 3, 4].map((desk) =>
      expect.objectContaining({
        body: expect.objectContaining({
          lastSeq: 1,
          results: [expect.objectContaining({ cid: cid(desk, 1), outcome: 'applied' })],
          // All of the transaction, also what the desks behind it have sent.
          page: expect.objectContaining({ version: 6, lastSeq: 1, results: [], next: null }),
        }),
      }),
    ),
  );
  const pages = pushed.map((answer) => answer.kind === 'pushed' && answer.body.page?.rows.length);
  expect(pages).toEqual([1, 5, 5, 5, 5]);
  expect(await again).toMatchObject({ body: { version: 6, results: [{ outcome: 'refused' }] } });
  expect(database.content().desks.get('desk-1')).toMatchObject({ lastSeq: 2 });
});

test('who lacks too much, has another past or does not ask is told no rows', async () => {
  const { push, go } = await studio(1);
  go();
  const rows = Array.from({ length: 500 }, (_, at) => add(`m${at}`).details);
  await push(0, [sent(0, 1, { type: 'people/import', rows, present: ['department'] })]);
  const told = async (seq: number, has: Has) => {
    const answer = await push(0, [sent(0, seq, add(`p${seq}`))], has);
    return answer.kind === 'pushed' && answer.body.page?.rows.length;
  };
  expect(await told(2, { epoch: 'first', version: 1 })).toBe(undefined);
  expect(await told(3, { epoch: 'other', version: 3 })).toBe(undefined);
  expect(await told(4, null)).toBe(undefined);
  expect(await told(5, { epoch: 'first', version: 4 })).toBe(2);
});

test('after a failure they go alone, so that the one that fails holds up nobody else', async () => {
  const { database, transactions, push, go } = await studio(4);
  const first = push(0, [sent(0, 1, add('p0'))]);
  const together = [1, 2, 3].map((desk) => push(desk, [sent(desk, 1, add(`p${desk}`))]));
  go();
  await first;
  database.failNext('unknown');
  expect((await Promise.allSettled(together)).map(({ status }) => status)).toEqual(
    Array.from({ length: 3 }, () => 'rejected'),
  );
  // The commit happened all the same: each is known by its id.
  const again = await Promise.all([1, 2, 3].map((desk) => push(desk, [sent(desk, 1, add(`p${desk}`))])));
  expect(transactions).toEqual([1, 3, 1, 2]);
  expect(again.map((answer) => answer.kind === 'pushed' && answer.body.results[0]?.outcome)).toEqual(
    Array.from({ length: 3 }, () => 'applied'),
  );
  expect(database.content().head.version).toBe(5);
});

test('numbers with a gap or of another desk decide nothing, not even in memory', async () => {
  const { database, push, go } = await studio(2);
  go();
  expect(await push(0, [sent(0, 1, add('p0')), sent(0, 3, add('p3'))])).toMatchObject({
    kind: 'conflict',
    reason: 'gap',
    lastSeq: 0,
  });
  await push(0, [sent(0, 1, add('q0'))]);
  expect(await push(0, [{ ...sent(0, 2, add('r0')), seq: 1 }])).toMatchObject({ reason: 'forked' });
  // The address of what was sent behind the gap is free.
  expect(await push(1, [sent(1, 1, add('p0'))])).toMatchObject({
    body: { results: [{ outcome: 'applied' }] },
  });
  expect(database.content().rows.size).toBe(2);
});

test('a command that comes twice in one push has one result', async () => {
  const { database, push, go } = await studio(1);
  go();
  const twice = { ...sent(0, 1, add('p0')), seq: 2 };
  expect(await push(0, [sent(0, 1, add('p0')), twice])).toMatchObject({
    body: {
      lastSeq: 2,
      results: [
        { seq: 1, version: 2, outcome: 'applied' },
        { seq: 2, version: 2, outcome: 'applied' },
      ],
    },
  });
  expect(database.content().head.version).toBe(2);
});

test('who is erased is forgotten in what was sent with it, too', async () => {
  const { database, push, go } = await studio(1);
  go();
  await push(0, [sent(0, 1, add('anna'))]);
  const [person] = [...database.content().rows.values()];
  await push(0, [
    sent(0, 2, { type: 'person/note', personId: person?.id, text: 'Anna@x.it lavora da casa' }),
    sent(0, 3, { type: 'person/erase', personId: person?.id }),
  ]);
  const log = [...database.content().commands.values()];
  expect(log.map(({ seq, outcome, command }) => [seq, outcome, command !== null])).toEqual([
    [1, 'applied', false],
    [2, 'applied', false],
    [3, 'applied', true],
  ]);
});

test('a command is decided with its own day, never after that of the server and not long before it', async () => {
  const { database, push, go } = await studio(1);
  go();
  const days = ['2026-11-24', '2026-11-20', '2026-12-24', '2025-01-01'];
  await push(
    0,
    days.map((day, at) => ({ ...sent(0, at + 1, add(`p${at}`)), day }) as SentCommand),
  );
  expect([...database.content().commands.values()].map(({ day }) => day)).toEqual([
    '2026-11-24',
    '2026-11-20',
    '2026-11-24',
    '2026-10-25',
  ]);
});

test('a clock that is ahead records nothing of a day that is yet to come', async () => {
  const { push, go } = await studio(1);
  go();
  const record = { type: 'register/record', asOf: '2027-12-24', entries: [] };
  expect(await push(0, [{ ...sent(0, 1, record), day: '2027-12-24' } as SentCommand])).toMatchObject({
    body: { results: [{ refusal: { reason: 'day-to-come', day: '2027-12-24' } }] },
  });
});

test('what is refused and names somebody who was erased is logged without its content', async () => {
  const { database, push, go } = await studio(2);
  go();
  await push(0, [sent(0, 1, add('anna')), sent(0, 2, add('bruno'))]);
  const [person] = [...database.content().rows.values()];
  // Refused before the erasure: the address is in the reason, too.
  await push(1, [sent(1, 1, add('anna'))]);
  await push(0, [sent(0, 3, { type: 'person/erase', personId: person?.id })]);
  const late = [
    sent(1, 2, { type: 'person/note', personId: person?.id, text: 'malata fino a marzo' }),
    sent(1, 3, add('bruno')),
  ];
  const answer = await push(1, late);
  const log = [...database.content().commands.values()].filter(({ client }) => client === 'desk-1');
  expect(log.map(({ command, refusal }) => [command === null, refusal])).toEqual([
    [true, expect.objectContaining({ reason: 'duplicate-email', email: '…' })],
    [true, expect.objectContaining({ reason: 'unknown', what: 'person' })],
    [false, expect.objectContaining({ reason: 'duplicate-email', email: 'bruno@x.it' })],
  ]);
  // It comes twice: the answer is the same.
  expect(await push(1, late)).toEqual(answer);
});
