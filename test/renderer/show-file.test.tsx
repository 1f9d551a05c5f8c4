// What was saved says where, and leads there.
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Toasts } from '../../renderer/shell/toasts.tsx';
import { saveFile } from '../../renderer/store/save-file.ts';
import { toast } from '../../renderer/store/ui-store.ts';
import { err, ok } from '../../core/kernel/result.ts';
import { show } from './screen.tsx';

const path = '/home/maria/Documenti/personale.csv';
const button = (): HTMLElement | null => screen.queryByRole('button', { name: 'Mostra nella cartella' });

test('a saved file is shown in its folder', async () => {
  const { desk } = await show(() => <Toasts />);
  desk.answers = { 'files/save': () => ok({ path }) };
  await act(() => saveFile({ name: 'personale.csv', text: 'a' }));
  expect(screen.getByText(`Salvato in ${path}.`)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Mostra nella cartella' }));
  expect(desk.calls.at(-1)).toEqual({ name: 'program/show-file', payload: { path } });
});

test('if it is no longer there, a sentence says so', async () => {
  const { desk } = await show(() => <Toasts />);
  desk.answers = {
    'files/save': () => ok({ path }),
    'program/show-file': () => err({ reason: 'not-there' }),
  };
  await act(() => saveFile({ name: 'personale.csv', text: 'a' }));
  fireEvent.click(screen.getByRole('button', { name: 'Mostra nella cartella' }));
  expect((await screen.findByRole('alert')).textContent).toContain(`Il file non è più in ${path}`);
});

test('no other message offers it', async () => {
  await show(() => <Toasts />);
  act(() => toast('Fatto.'));
  expect(button()).toBe(null);
});
