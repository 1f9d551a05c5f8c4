// The list of services that the operator of a Premium account gets.
import { describe, expect, test } from 'vitest';
import { html, json, listedBody, pagedBody, type Reply } from '../../support/fake-aruba.ts';
import type { Script } from '../../support/scripted-account.ts';
import { answerOf, good, openReader, wish } from '../../support/open-reader.ts';

describe('the list of a Premium account', () => {
  const listGives = async (script: Script) => {
    const world = openReader(script);
    const reading = world.reader.read({ ...wish, premium: true });
    // Pages are five seconds apart.
    for (let wait = 0; wait < 80; wait += 1) {
      await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
      world.pass(5000);
    }
    const result = await reading;
    if (!result.ok) throw new Error(result.error.reason);
    return {
      list: result.value.list,
      pages: world.sent.flatMap(({ call }) => ('page' in call ? [call.page] : [])),
      ...world,
    };
  };
  const pages =
    (reply: (asked: { query: string }) => Reply): Script =>
    (call) =>
      call.kind === 'multicedenti' ? answerOf(reply({ query: `page=${call.page}&size=100` })) : good(call);

  test.each([
    ['from 1', 1, 3, [1]],
    ['from 0', 0, 3, [1, 0]],
    ['from 1, three pages', 1, 250, [1, 2, 3]],
    ['from 0, three pages', 0, 250, [1, 2, 0]],
    ['from 1, an exact page', 1, 100, [1]],
    ['from 0, an exact page', 0, 100, [1, 0]],
  ] as const)('is whole with pages %s', async (_, from, total, asked) => {
    const { list, pages: seen } = await listGives(pages(pagedBody(total, from)));
    expect(list?.missing).toBeNull();
    expect(new Set(list?.holders.map(({ vatCode }) => vatCode)).size).toBe(total);
    expect(seen).toEqual(asked);
  });

  test('each entry as it stands: no expiry, no maximum', async () => {
    const { list } = await listGives(pages(pagedBody(1, 1)));
    expect(list?.holders).toEqual([
      {
        description: 'Cliente 0',
        vatCode: '10000000000',
        usedSpaceKB: 0,
        created: { text: '2024-02-01T09:30:00.000+0000', day: '2024-02-01', written: null },
        status: 'ACTIVE',
      },
    ]);
  });

  test('an empty list in its odd form is empty, and nothing more is asked', async () => {
    const { list, pages: seen } = await listGives(
      pages(() =>
        json({ content: [], number: 0, first: false, last: true, size: 0, totalElements: 0, totalPages: 0 }),
      ),
    );
    expect(list).toEqual({ holders: [], missing: null });
    expect(seen).toEqual([1]);
  });

  test('a bare list, and pages without totals', async () => {
    const bare = await listGives(pages(() => json([listedBody(1), null, 'x', listedBody(1)])));
    expect(bare.list?.holders).toHaveLength(1);
    const without = await listGives(
      pages(({ query }) =>
        query.includes('page=1&')
          ? json({ content: [listedBody(1)], first: true, last: true })
          : json({}, 400),
      ),
    );
    expect(without.list).toMatchObject({ missing: null });
  });

  test('a server that never ends is left', async () => {
    let count = 0;
    const { list, pages: seen } = await listGives(
      pages(() =>
        json({ content: [listedBody((count += 1))], first: true, last: false, totalElements: 9999 }),
      ),
    );
    expect(seen).toHaveLength(51);
    expect(list?.missing).toEqual({ reason: 'unreadable-answer' });
  });

  test.each([
    ['403', json({}, 403), 'forbidden'],
    ['401 of a delegation', json({ message: 'delegation' }, 401), 'no-delegation'],
    ['HTML', html(200), 'unreadable-answer'],
  ] as const)('%s leaves what userInfo said', async (_, reply, reason) => {
    const { list, info } = await listGives(pages(() => reply)).then(({ list: found, ...rest }) => ({
      list: found,
      info: rest.sent.length,
    }));
    expect(list).toEqual({ holders: [], missing: { reason } });
    expect(info).toBe(3);
  });

  test('a 429 in the middle stops it, with what is there by then', async () => {
    const { list, pages: seen } = await listGives(
      pages(({ query }) => (query.includes('page=2') ? html(429) : pagedBody(250, 1)({ query }))),
    );
    expect(list?.missing).toMatchObject({ reason: 'rate-limited' });
    expect(list?.holders).toHaveLength(100);
    expect(seen).toEqual([1, 2]);
  });
});
