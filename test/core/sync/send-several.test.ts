import { describe, expect, test } from 'vitest';
import { sendSeveral } from '../../../core/sync/send-several.ts';

const rest = async (): Promise<void> => {
  for (let tick = 0; tick < 20; tick += 1) await Promise.resolve();
};

/** Sends `A1 B1 A2`: the letter says what an entry is about, `*` that it is about everything. */
function sending(entries: string, refused: string | null = null) {
  const events: string[] = [];
  const waiting = new Map<string, { readonly arrive: () => void; readonly fail: (why: Error) => void }>();
  const over = sendSeveral(entries.split(' '), {
    push(entry) {
      events.push(`> ${entry}`);
      return new Promise<void>((resolve, reject) => waiting.set(entry, { arrive: resolve, fail: reject }));
    },
    about: (entry) => (entry.startsWith('*') ? null : entry.slice(0, 1)),
    answered(entry) {
      events.push(`< ${entry}`);
      return entry !== refused;
    },
  });
  over.then(
    (sent) => events.push(`sent ${sent}`),
    (why: Error) => events.push(`broken: ${why.message}`),
  );
  /** What happens when the answers of these come, in their order. */
  async function come(...answers: readonly string[]): Promise<string> {
    for (const entry of answers) {
      const found = waiting.get(entry.replace('!', ''));
      if (entry.endsWith('!')) found?.fail(new Error(entry));
      else found?.arrive();
      await rest();
    }
    return events.splice(0).join(' ');
  }
  return come;
}

describe('several on their way', () => {
  test('four at most, in their order; each answer lets the next one leave', async () => {
    const come = sending('A B C D E F');
    await rest();
    expect(await come()).toBe('> A > B > C > D');
    expect(await come('C')).toBe('< C > E');
    expect(await come('A', 'B', 'D', 'E', 'F')).toBe('< A > F < B < D < E < F sent 6');
  });

  test('two about the same one after the other, and nothing overtakes the one that waits', async () => {
    const come = sending('A1 B A2 C');
    await rest();
    expect(await come()).toBe('> A1 > B');
    expect(await come('B')).toBe('< B');
    expect(await come('A1')).toBe('< A1 > A2 > C');
    expect(await come('A2', 'C')).toBe('< A2 < C sent 4');
  });

  test('what is about everything travels alone', async () => {
    const come = sending('A *1 *2 B');
    await rest();
    expect(await come()).toBe('> A');
    expect(await come('A')).toBe('< A > *1');
    expect(await come('*1')).toBe('< *1 > *2');
    expect(await come('*2', 'B')).toBe('< *2 > B < B sent 4');
  });

  test('after an answer that stops nothing more leaves, and it is over when the others are back', async () => {
    const come = sending('A B C D E', 'B');
    await rest();
    expect(await come('B', 'A')).toBe('> A > B > C > D < B < A');
    expect(await come('D', 'C')).toBe('< D < C sent 4');
  });

  test('where one breaks it rejects, when the others are back', async () => {
    const come = sending('A B C D E');
    await rest();
    expect(await come('B!', 'A', 'C')).toBe('> A > B > C > D < A < C');
    expect(await come('D!')).toBe('broken: B!');
  });
});
