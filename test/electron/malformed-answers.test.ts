// Thousands of invalid answers of a vendor, through the real session, client and pull. Each becomes one
// of our own outcomes, and nothing is written.
import { expect, inject, test } from 'vitest';
import { replicaSchemas } from '../../core/desk/rows/tables.ts';
import { createPull } from '../../core/host/pull.ts';
import type { CartId, CommandKey, OrderNumber } from '../../core/kernel/id.ts';
import type { HttpAnswer } from '../../core/ports.ts';
import type { OrderRequest } from '../../core/aruba/protocol.ts';
import { createVendorClient } from '../../core/aruba/client.ts';
import { createAccess } from '../../core/aruba/access.ts';
import { seededChance } from '../../electron/simulator/faults/seeded-chance.ts';
import { memorySecrets, tokens } from '../support/scripted-vendor.ts';
import type { PullBudget } from '../../core/host/read-changes.ts';
import { fuzzRuns, growth, printTable } from '../support/fuzz-runs.ts';
import { mutator, type Mutator } from '../support/malformed.ts';
import { sampleOffice } from '../support/sample-state.ts';

const { state, vendor } = sampleOffice();
const key = '01930000-0001-7000-8000-000000000001' as CommandKey;
const noted = {
  errorCode: '0000',
  errorDescription: 'Fatto',
  orderNumber: '31904417',
  vendorQuote: [...vendor.orders][0]?.quote ?? null,
};
const cart = {
  cartId: 'service-fe-studio',
  version: 3,
  content: {
    kind: 'add-users',
    serviceId: 'fe-studio',
    quantity: 2,
    modules: ['documents'],
    extension: true,
    conventionCode: null,
  },
  writes: [key],
};
const page = {
  epoch: 'one',
  changes: [
    { type: 'service', service: [...vendor.services][0] },
    { type: 'order', order: [...vendor.orders][0] },
    { type: 'priceList', priceList: [...vendor.priceLists][0] },
    { type: 'cart', cart },
    { type: 'serviceDeleted', serviceId: 'fe-rossi' },
    { type: 'processed', processed: { key, ...noted } },
  ],
  nextCursor: 20,
  hasMore: false,
  serverDay: '2026-11-24',
};
const tokenBody = tokens('access');
const token: unknown = JSON.parse(tokenBody.kind === 'answer' ? tokenBody.body : '');

const words = new Set([
  'unreachable',
  'no-answer',
  'rate-limited',
  'server-error',
  'unreadable',
  'too-much',
  'sign-in-needed',
]);
const pushWords = new Set(['received', 'unsent', 'unknown']);
const signInWords = new Set([
  'unreachable',
  'no-answer',
  'rate-limited',
  'wrong-credentials',
  'unreadable-answer',
]);
const draftWords = new Set(['stored', 'changed-elsewhere', 'failed']);
const statuses = [
  200, 200, 200, 200, 200, 200, 204, 206, 302, 400, 401, 409, 412, 418, 422, 428, 429, 500, 503, 599, 0,
];

/** A pull ends after so much, so that a hundred thousand of them end too. */
const smallBudget: PullBudget = { pages: 10, rows: 40, characters: 100_000, ms: 60_000 };
const mostGrowthMiB = 700;

/**
 * Answers that are wrong only in their size: pages without end, pages that stay or go back, more changes
 * than a page may have, long texts, an answer beyond the limit of the transport. Returns the answer to each
 * turn.
 */
function sizes(bad: Mutator, good: unknown): (turn: number) => HttpAnswer {
  const changes = (good as { readonly changes?: readonly unknown[] }).changes ?? [];
  const shape = bad.whole(6);
  // Up to somewhat more than the budget takes: characters in one answer, and changes on one page.
  const large = 200 * (1 + bad.whole(600));
  const many = 1 + bad.whole(60);
  return (turn) => {
    if (shape === 0) return { kind: 'too-big' };
    const next = { ...page, hasMore: true, nextCursor: 8 + turn, changes };
    const body = [
      next,
      next,
      { ...next, nextCursor: turn % 3 === 2 ? 1 : 8 + turn },
      { ...next, changes: Array.from({ length: many }, () => changes[0] ?? null) },
      { ...next, padding: 'x'.repeat(large) },
      { ...next, nextCursor: 7 },
    ][shape];
    return { kind: 'answer', status: 200, headers: {}, body: JSON.stringify(body) };
  };
}

/** Runs the answers one after another. Returns how often each outcome occurred. */
async function run(seed: number, count: number): Promise<Map<string, number>> {
  const bad = mutator(seededChance(seed));
  const tally = new Map<string, number>();
  const note = (word: string): void => void tally.set(word, (tally.get(word) ?? 0) + 1);
  let answer: HttpAnswer = { kind: 'no-answer' };
  let written = 0;

  for (let round = 0; round < count; round += 1) {
    const kind =
      ['pull', 'pull', 'place', 'cancel', 'cart', 'put', 'sign-in', 'refresh', 'sizes'][bad.whole(9)] ??
      'pull';
    // Two changes a page. With all changes, most of the time would go into valid ones.
    const from = bad.whole(page.changes.length);
    const good =
      kind === 'pull' || kind === 'sizes'
        ? { ...page, changes: page.changes.slice(from, from + 2) }
        : kind === 'place' || kind === 'cancel'
          ? noted
          : kind === 'cart' || kind === 'put'
            ? cart
            : token;
    answer = {
      kind: 'answer',
      status: statuses[bad.whole(statuses.length)] ?? 200,
      headers: {},
      body: bad.text(good),
    };
    const huge = kind === 'sizes' ? sizes(bad, good) : null;
    if (huge !== null) answer = huge(0);
    let turns = 0;
    const session = createAccess({
      secrets: memorySecrets(),
      clock: { now: () => 1_800_000_000_000 },
      fetch: async ({ path }) => {
        turns += 1;
        // A refresh gets the bad answer too. The sign-in before it was valid.
        return path === '/auth/signin' && kind !== 'sign-in' && (kind !== 'refresh' || turns === 1)
          ? tokens('access', 'refresh', kind === 'refresh' ? 1 : 1800)
          : huge === null || path === '/auth/signin'
            ? answer
            : huge(turns);
      },
    });
    const client = createVendorClient(session);
    const signedIn = await session.signIn('8841207@aruba.it', 'x');
    if (kind === 'sign-in') {
      if (!signedIn.ok && !signInWords.has(signedIn.error.reason))
        throw new Error(`sign-in: ${signedIn.error.reason}`);
      note(`sign-in ${signedIn.ok ? 'ok' : signedIn.error.reason}`);
    } else if (kind === 'place' || kind === 'cancel') {
      const pushed =
        kind === 'place'
          ? await client.placeOrder(key, {} as OrderRequest)
          : await client.cancelOrder(key, '31904417' as OrderNumber);
      if (!pushWords.has(pushed.kind)) throw new Error(`push: ${pushed.kind}`);
      note(`push ${pushed.kind}`);
    } else if (kind === 'put') {
      const stored = await client.putCart({
        cartId: 'service-fe-studio' as CartId,
        version: 1,
        key,
        content: null,
      });
      if (!draftWords.has(stored.kind)) throw new Error(`draft: ${stored.kind}`);
      note(`draft ${stored.kind}`);
    } else if (kind === 'cart') {
      const read = await client.cart('service-fe-studio' as CartId);
      if (!read.ok && !words.has(read.error)) throw new Error(`cart: ${read.error}`);
      if (read.ok) replicaSchemas.vendorCarts.parse(read.value);
      note(`cart ${read.ok ? 'ok' : read.error}`);
    } else {
      written = 0;
      const pull = createPull({
        client,
        clock: { now: () => 1_800_000_000_000 },
        replica: {
          tables: state.replica,
          epoch: 'one',
          cursor: 7,
          dayOffset: 0,
          lastSync: null,
          lost: null,
          keepTime: () => undefined,
          update(rows) {
            written += 1;
            // Every accepted row has the right form, whatever the answer was.
            for (const { table, value } of rows) if (value !== null) replicaSchemas[table].parse(value);
          },
        },
        state: () => state,
        record: () => undefined,
        publish: () => undefined,
        budget: smallBudget,
      });
      const outcome = await pull();
      if (outcome.kind === 'failed' && !words.has(outcome.why)) throw new Error(`pull: ${outcome.why}`);
      if (outcome.kind === 'failed' && written > 0) throw new Error('a failed pull has written something');
      note(`pull ${outcome.kind === 'failed' ? outcome.why : outcome.kind}`);
    }
  }
  return tally;
}

test.each([
  ['fixed seed', 20_261_124, 12_500],
  ['free seed', inject('freeSeed'), fuzzRuns(50_000)],
])(
  'bad answers (%s %i, %i of them): typed failures only, nothing taken over that does not fit',
  { timeout: 900_000 },
  async (_, seed, count) => {
    const before = JSON.stringify([...state.replica.services, ...state.replica.orders]);
    const grown = growth();
    const tally = await run(seed, count);
    printTable(`${count} bad answers, seed ${seed}`, tally, grown());
    expect(grown()).toBeLessThan(mostGrowthMiB);
    expect(JSON.stringify([...state.replica.services, ...state.replica.orders])).toBe(before);
    expect('polluted' in {}).toBe(false);
    // Most answers are bad, but not all, so both sides of every branch are tested.
    for (const word of [
      'pull unreadable',
      'pull too-much',
      'pull server-error',
      'pull rate-limited',
      'pull complete',
      'push unknown',
      'push unsent',
      'push received',
      'draft failed',
      'draft changed-elsewhere',
      'sign-in unreadable-answer',
      'cart unreadable',
    ])
      expect(tally.get(word) ?? 0, word).toBeGreaterThan(50);
  },
);
