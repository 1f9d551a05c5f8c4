// The steps of an update over a fake feed: nothing without a question, nothing over a confirmation.
import { describe, expect, test } from 'vitest';
import { updateItem, updateWords } from '../../../electron/updates/text.ts';
import {
  createUpdates,
  NotTrusted,
  type UpdatePorts,
  type Updates,
} from '../../../electron/updates/updates.ts';
import { quietLog } from '../../support/counting-ids.ts';

interface Wish {
  readonly kind?: UpdatePorts['kind'];
  readonly offers?: string | null | Error;
  readonly brings?: Error;
  /** The person's answers, in order; then no. */
  readonly answers?: readonly boolean[];
  /** Whether something is being confirmed, at each look; then not. */
  readonly confirming?: readonly boolean[];
}

function open({ kind = 'installed', offers = '0.2.0', brings, answers = [], confirming = [] }: Wish = {}): {
  readonly updates: Updates;
  readonly seen: string[];
} {
  const seen: string[] = [];
  const left = { answers: [...answers], confirming: [...confirming] };
  const updates = createUpdates({
    kind,
    openFeed: async () => ({
      async check() {
        seen.push('check');
        if (offers instanceof Error) throw offers;
        return offers;
      },
      async download() {
        seen.push('download');
        if (brings !== undefined) throw brings;
      },
      install: () => void seen.push('install'),
    }),
    tell: async (news, version) => void seen.push(`tell ${news} ${version}`.trim()),
    async ask(question, version) {
      seen.push(`ask ${question} ${version}`);
      return left.answers.shift() ?? false;
    },
    confirming: async () => left.confirming.shift() ?? false,
    endWith(last) {
      seen.push('data closed');
      last();
    },
    log: quietLog,
  });
  return { updates, seen };
}

const looked = async (wish: Wish): Promise<readonly string[]> => {
  const { updates, seen } = open(wish);
  await updates.look();
  return seen;
};

describe('looking for updates', () => {
  test('asks twice, and installs after the data are closed', async () => {
    expect(await looked({ answers: [true, true] })).toEqual([
      'check',
      'ask download 0.2.0',
      'download',
      'ask install 0.2.0',
      'data closed',
      'install',
    ]);
  });

  test('does nothing more after a no', async () => {
    expect(await looked({ answers: [false] })).toEqual(['check', 'ask download 0.2.0']);
    expect((await looked({ answers: [true, false] })).at(-1)).toBe('ask install 0.2.0');
  });

  test.each([
    ['this copy has no feed', { kind: 'none' }, ['tell no-feed']],
    ['this is the newest', { offers: null }, ['check', 'tell newest']],
    ['nothing answers', { offers: new Error('ENOTFOUND') }, ['check', 'tell not-reached']],
    ['no signature can be checked', { kind: 'told' }, ['check', 'tell by-hand 0.2.0']],
  ] as const)('says it if %s', async (_, wish, seen) => {
    expect(await looked(wish)).toEqual(seen);
  });

  test('says why nothing was brought', async () => {
    const last = async (brings: Error): Promise<string | undefined> =>
      (await looked({ brings, answers: [true, true] })).at(-1);
    expect(await last(new Error('ECONNRESET'))).toBe('tell not-downloaded 0.2.0');
    expect(await last(new NotTrusted('x'))).toBe('tell not-trusted 0.2.0');
  });
});

describe('a confirmation', () => {
  test('is not interrupted, neither before the question nor after it', async () => {
    const before = await looked({ answers: [true, true], confirming: [true] });
    expect(before.slice(2)).toEqual(['download', 'tell confirmation-open 0.2.0']);
    const after = await looked({ answers: [true, true], confirming: [false, true] });
    expect(after.slice(3)).toEqual(['ask install 0.2.0', 'tell confirmation-open 0.2.0']);
  });

  test('leaves the version ready: the next look does not bring it again', async () => {
    const { updates, seen } = open({ answers: [true, true], confirming: [true] });
    await updates.look();
    seen.length = 0;
    await updates.look();
    expect(seen).toEqual(['ask install 0.2.0', 'data closed', 'install']);
  });
});

test('a second look meanwhile only says so, and one that failed does not stop the next', async () => {
  const { updates, seen } = open({ offers: null });
  await Promise.all([updates.look(), updates.look()]);
  expect(seen.toSorted()).toEqual(['check', 'tell newest', 'tell under-way']);
  await updates.look();
  expect(seen.filter((line) => line === 'check')).toHaveLength(2);
});

test('every sentence is there in both languages, with the version in its place', () => {
  const all = [
    'no-feed',
    'newest',
    'not-reached',
    'by-hand',
    'under-way',
    'not-downloaded',
    'not-trusted',
    'confirmation-open',
    'download',
    'install',
  ] as const;
  for (const about of all) {
    const [it, en] = [updateWords(about, '0.2.0', 'it'), updateWords(about, '0.2.0', 'en')];
    expect(it.message).not.toBe(en.message);
    expect(it.detail).not.toBe(en.detail);
    for (const { message, detail } of [it, en]) expect(message + detail).not.toMatch(/[{}]/);
  }
  expect(updateWords('install', '0.2.0', 'it').buttons).toEqual(['Chiudi e installa', 'Più tardi']);
  expect(updateItem('none')).not.toBe(updateItem('installed'));
});
