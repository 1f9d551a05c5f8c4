// The undo that does not go away: the newest step, and the list of those before it.
import { show } from './screen.tsx';
import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ok } from '../../core/kernel/result.ts';
import { UndoMenu } from '../../renderer/shell/undo-menu.tsx';
import { redo, undo } from '../../renderer/store/actions.ts';
import { followSteps, stepsAfter, useRecentSteps } from '../../renderer/store/recent-steps.ts';
import { noSubjects } from '../support/no-subjects.ts';
import { useDesk } from '../../renderer/store/desk.ts';

const step = (
  number: number,
  type: 'seat/need' | 'cart/open' | 'cart/quantity' = 'cart/quantity',
  about = noSubjects,
) => ({ type, step: number, about });

test('a new step comes first, an undone one goes, and no step ends the list', () => {
  const three = [step(3), step(2), step(1)];
  expect(stepsAfter([step(2), step(1)], step(3))).toEqual(three);
  expect(stepsAfter(three, step(1))).toEqual([step(1)]);
  expect(stepsAfter(three, null)).toEqual([]);
  expect(
    stepsAfter(
      Array.from({ length: 10 }, (_, index) => step(10 - index)),
      step(11),
    ),
  ).toHaveLength(10);
});

test('the bar names the newest step, and its menu lists the steps before', async () => {
  useRecentSteps.setState({ steps: [] });
  const { user } = await show(() => <UndoMenu />);
  expect(screen.queryByRole('button')).toBeNull();
  followSteps();
  const staff = { names: ['Sara Colombo', 'Davide Fontana'], more: 3 };
  const serra = { names: ['Tipografia Serra'], more: 0 };
  for (const undoable of [step(1, 'seat/need', staff), step(2, 'cart/open', serra), step(3)])
    act(() => useDesk.setState({ undoable }));
  await user.click(screen.getByRole('button', { name: 'Ultima: utenti nel carrello' }));
  expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
    'Annulla: utenti nel carrello',
    'Annulla fino a: carrello preparatoTipografia Serra',
    'Annulla fino a: chi ha bisogno di un utenteSara Colombo, Davide Fontana e altri 3',
  ]);
});

test('what was taken back is said with its name, as the desk says it', async () => {
  const { desk, toasts } = await show(() => null);
  const about = { names: ['Lia Nuova'], more: 0 };
  desk.answers = {
    'command/undo': () => ok(step(1, 'seat/need', about)),
    'command/redo': () => ok(step(1, 'cart/open')),
  };
  await act(() => undo());
  expect(toasts()).toEqual(['Annullato: chi ha bisogno di un utente, Lia Nuova.']);
  await act(() => redo());
  expect(toasts()).toEqual(['Ripetuto: carrello preparato.']);
});
