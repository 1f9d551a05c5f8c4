// Recording a purchase as active: what the register learned since the order is asked about, and answered.
import { show } from './screen.tsx';
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import type { Countings, CountingQuestion } from '../../core/desk/purchases/since-ordered.ts';
import type { Day } from '../../core/kernel/day.ts';
import { CountingChoices } from '../../renderer/screens/purchases/steps/counting-choices.tsx';

const question: CountingQuestion = {
  field: 'users',
  asOf: '2026-11-25' as Day,
  said: [[{ quantity: 4, expiry: null }]],
  onTop: [{ quantity: 6, expiry: '2027-11-24' as Day }],
};

function Asked({ questions }: { readonly questions: readonly CountingQuestion[] }) {
  const [countings, setCountings] = useState<Countings>({});
  return (
    <>
      <CountingChoices questions={questions} countings={countings} onChange={setCountings} />
      <output>{JSON.stringify(countings)}</output>
    </>
  );
}

test('what the register says, what the purchase would make of it, and no answer yet', async () => {
  const { user } = await show(() => <Asked questions={[question]} />);
  expect(screen.getByText(/^Utenti aggiuntivi, dato del 25\/11\/2026: 4, come il servizio\.$/)).toBeTruthy();
  const group = screen.getByRole('radiogroup', { name: 'Utenti aggiuntivi' });
  expect(group.querySelector('input:checked')).toBeNull();
  await user.click(
    screen.getByRole('radio', { name: /^No: con l’acquisto diventa 6, fino al 24\/11\/2027/ }),
  );
  expect(screen.getByText('{"users":"on-top"}')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: /^Sì: resta com’è nel registro, 4/ }));
  expect(screen.getByText('{"users":"counted"}')).toBeTruthy();
});

test('two values of one day stay in dispute, and the answer says so', async () => {
  const said = [[{ quantity: 3, expiry: null }], [{ quantity: 4, expiry: null }]];
  await show(() => <Asked questions={[{ ...question, said }]} />);
  expect(screen.getByRole('radio', { name: 'Sì: resta da verificare nel registro' })).toBeTruthy();
});

test('nothing to ask: nothing is shown', async () => {
  await show(() => <Asked questions={[]} />);
  expect(screen.queryByRole('radiogroup')).toBeNull();
});
