// A note that two people write at once: none of them is lost without a word.
import { show } from './screen.tsx';
import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PersonId } from '../../core/kernel/id.ts';
import { bridge } from '../../renderer/bridge.ts';
import { NoteField } from '../../renderer/screens/people/person/note-field.tsx';
import { useDesk } from '../../renderer/store/desk.ts';

const personId = 'p-a-ferri' as PersonId;
const saved = () => useDesk.getState().state.workspace.notes.get(personId)?.text;
const field = () => screen.getByRole('textbox', { name: 'Note dello studio' });

function Note() {
  const person = useDesk((desk) => desk.state.workspace.people.get(personId));
  return person === undefined ? null : <NoteField person={person} />;
}

/** Somebody types; a colleague's note comes. */
async function both() {
  const shown = await show(() => <Note />);
  await shown.user.type(field(), 'Rientra a marzo');
  await act(() => bridge.call('command/submit', { type: 'person/note', personId, text: 'Part time' }));
  return shown;
}

test('the other one is shown, and stays until a person keeps the own one', async () => {
  const { user, desk } = await both();
  expect(screen.getByText(/Nel frattempo qualcun altro ha scritto: “Part time”/)).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect([saved(), desk.submitted('person/note')]).toMatchObject(['Part time', [{ text: 'Part time' }]]);
  expect(field()).toHaveProperty('value', 'Rientra a marzo');
  await user.click(screen.getByRole('button', { name: 'Tieni la mia' }));
  await waitFor(() => expect(saved()).toBe('Rientra a marzo'));
  expect(screen.queryByText(/Nel frattempo/)).toBeNull();
});

test('Escape takes the other one', async () => {
  const { user } = await both();
  await user.type(field(), '{Escape}');
  expect(field()).toHaveProperty('value', 'Part time');
  expect(screen.queryByText(/Nel frattempo/)).toBeNull();
});
