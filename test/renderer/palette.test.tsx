import { show } from './screen.tsx';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Palette } from '../../renderer/shell/palette.tsx';
import { useUi } from '../../renderer/store/ui-store.ts';

function OpenPalette() {
  const [open, setOpen] = useState(true);
  return open ? <Palette onClose={() => setOpen(false)} /> : null;
}

const marked = (): string | null =>
  screen.queryByRole('option', { name: (_name, option) => option.hasAttribute('data-focused') })
    ?.textContent ?? null;

test('typing marks the first entry, arrows move, Enter runs the marked one', async () => {
  const { user } = await show(() => <OpenPalette />);
  await user.type(screen.getByRole('textbox'), 'anna ferri');
  await waitFor(() => expect(marked()).toContain('Anna Ferri'));
  await user.clear(screen.getByRole('textbox'));
  await user.type(screen.getByRole('textbox'), 'riva');
  const all = screen.getAllByRole('option').map((option) => option.textContent);
  expect(all.length).toBeGreaterThan(1);
  await waitFor(() => expect(marked()).toBe(all[0]));
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(marked()).toBe(all[1]));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(useUi.getState().personShown).not.toBeNull());
});

test('Enter after a deletion or a paste runs the first entry', async () => {
  const { user } = await show(() => <OpenPalette />);
  await user.type(screen.getByRole('textbox'), 'anna ferrix{Backspace}{Enter}');
  await waitFor(() => expect(useUi.getState().personShown).not.toBeNull());
});

test('nothing found says so, and Enter does nothing', async () => {
  const { user } = await show(() => <OpenPalette />);
  await user.type(screen.getByRole('textbox'), 'qqq{Enter}');
  expect(screen.getByText('Nessun risultato per “qqq”.')).toBeTruthy();
  expect(screen.getByRole('textbox')).toBeTruthy();
});
