// What lies above the screen with a single field.
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Above } from '../../renderer/shell/above.tsx';

function opened() {
  function Window() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Apri
        </button>
        <button type="button">Altro</button>
        {open && (
          <Above label="Cerca" onClose={() => setOpen(false)}>
            <input aria-label="Parole" />
          </Above>
        )}
      </>
    );
  }
  render(<Window />);
  return userEvent.setup();
}

const button = (name: string) => screen.getByRole('button', { name });
const isThere = (): boolean => screen.queryByRole('dialog', { name: 'Cerca' }) !== null;

test('it takes the focus and keeps it with Tab; Escape closes it and gives the focus back', async () => {
  const user = opened();
  await user.click(button('Apri'));
  const field = screen.getByRole('textbox', { name: 'Parole' });
  expect(document.activeElement).toBe(field);
  await user.keyboard('{Tab}a{Shift>}{Tab}{/Shift}b');
  expect(field).toHaveProperty('value', 'ab');
  await user.keyboard('{Escape}');
  expect(isThere()).toBe(false);
  await waitFor(() => expect(document.activeElement).toBe(button('Apri')));
});

test('a click beside it closes it, one inside does not', async () => {
  const user = opened();
  await user.click(button('Apri'));
  await user.click(screen.getByRole('textbox', { name: 'Parole' }));
  expect(isThere()).toBe(true);
  await user.click(screen.getByRole('presentation'));
  expect(isThere()).toBe(false);
  await waitFor(() => expect(document.activeElement).toBe(button('Apri')));
});

test('a focus that goes elsewhere closes it and stays there', async () => {
  const user = opened();
  await user.click(button('Apri'));
  await user.click(button('Altro'));
  expect(isThere()).toBe(false);
  expect(document.activeElement).toBe(button('Altro'));
});
