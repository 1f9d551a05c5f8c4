// What is pressed twice before the answer came is done once, and said once.
import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Command, Refusal } from '../../core/desk/command.ts';
import type { Made } from '../../core/desk/made.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import { PersonDialog } from '../../renderer/screens/people/person/person-dialog.tsx';
import { submit } from '../../renderer/store/actions.ts';
import { show, type Shown } from './screen.tsx';

const person = (givenName: string): Command => ({
  type: 'person/add',
  details: {
    givenName,
    familyName: 'Prova',
    email: `${givenName}@x.it`.toLowerCase(),
    department: '',
    start: null,
    end: null,
  },
});

/** A desk that answers the commands that wait when it is told to. */
function slowly({ desk }: Shown): (answer: Result<Made, Refusal>) => Promise<void> {
  const waiting: ((answer: Result<Made, Refusal>) => void)[] = [];
  const later = (): Promise<Result<Made, Refusal>> => new Promise((resolve) => void waiting.push(resolve));
  // The bridge waits for it. Other fakes answer at once.
  desk.answers = { 'command/submit': later as unknown as () => Result<Made, Refusal> };
  return (answer) =>
    act(async () => {
      for (const tell of waiting.splice(0)) tell(answer);
    });
}

test('a dialog whose Enter is pressed twice adds one person, says so once, and closes once', async () => {
  let closed = 0;
  const shown = await show(() => (
    <PersonDialog personId={null} again={null} onClose={() => void (closed += 1)} />
  ));
  const { desk, user, toasts } = shown;
  const answer = slowly(shown);
  await user.type(screen.getByLabelText('Nome'), 'Ada');
  await user.type(screen.getByLabelText('Cognome'), 'Prova');
  await user.type(screen.getByLabelText('E-mail di servizio'), 'ada@x.it{Enter}{Enter}');
  expect(desk.submitted('person/add')).toHaveLength(1);
  await answer(ok({}));
  expect([closed, toasts()]).toEqual([1, ['Aggiunta al personale: Ada Prova.']]);
});

test('another wish is sent at once; the same one again after its answer, also after a refusal', async () => {
  const shown = await show(() => null);
  const { desk, toasts } = shown;
  const answer = slowly(shown);
  const count = (): number => desk.submitted('person/add').length;
  const first = submit(person('Ada'), { text: 'Fatto.' });
  void submit(person('Ada'), { text: 'Fatto.' });
  expect(count()).toBe(1);
  await answer(err({ reason: 'read-only' }));
  expect(await first).toBe(false);
  const second = submit(person('Ada'), { text: 'Fatto.' });
  expect(count()).toBe(2);
  await answer(ok({}));
  expect(await second).toBe(true);
  expect(toasts().filter((said) => said === 'Fatto.')).toHaveLength(1);
  void submit(person('Ada'));
  const other = submit(person('Bea'));
  expect(count()).toBe(4);
  await answer(ok({}));
  expect(await other).toBe(true);
});
