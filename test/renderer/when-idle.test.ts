// Work that only prepares is done in small steps, in the time in which the window has nothing to do.
import { expect, test } from 'vitest';
import { takeWhenIdle } from '../../renderer/shell/when-idle.ts';
import { foldedTexts } from '../../renderer/text/folded-texts.ts';
import { givenIdleTime } from '../support/idle-time.ts';

const idleTime = givenIdleTime();

/** The window has nothing to do for so long that `steps` steps of two milliseconds fit before its rest. */
function idle(steps: number): void {
  let left = steps;
  idleTime.give(() => (left -= 1) * 2 + 5);
}

test('steps that do not fit wait for the next idle time, and nothing is asked for after the last', () => {
  const taken: number[] = [];
  takeWhenIdle(
    (function* () {
      for (let step = 1; step <= 5; step += 1) yield taken.push(step);
    })(),
  );
  expect(taken).toEqual([]);
  idle(3);
  expect(taken).toEqual([1, 2, 3]);
  idle(9);
  expect(taken).toEqual([1, 2, 3, 4, 5]);
  expect(idleTime.waiting()).toBe(0);
});

test('what is stopped takes no further step', () => {
  const taken: number[] = [];
  const stop = takeWhenIdle(
    (function* () {
      for (;;) yield taken.push(1);
    })(),
  );
  idle(2);
  stop();
  idle(2);
  expect(taken).toEqual([1, 1]);
});

test('a text is folded once, also in a list that is made anew, and in pieces of a thousand', () => {
  const folded: string[] = [];
  const texts = foldedTexts(
    ({ subject }: { readonly subject: { readonly word: string } }) => subject,
    ({ word }) => {
      folded.push(word);
      return word;
    },
  );
  const subjects = Array.from({ length: 2500 }, (_, index) => ({ word: `Però ${index}` }));
  const rows = () => subjects.map((subject) => ({ subject }));
  const steps = texts.ready(rows());
  steps.next();
  expect(folded).toHaveLength(1000);
  expect(texts.of(rows())[2499]).toBe('pero 2499');
  expect(folded).toHaveLength(2500);
  for (const step of steps) expect(step).toBeUndefined();
  texts.of(rows());
  expect(folded).toHaveLength(2500);
});
