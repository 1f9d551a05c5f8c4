// Escape that comes before a dialog or an explanation has the focus.
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Modal } from '../../renderer/components/modal.tsx';
import { PopoverButton } from '../../renderer/components/popover-button.tsx';

afterEach(cleanup);

/** Opens a dialog from a button that has the focus. */
function open(onClose: () => void): HTMLElement {
  render(<button type="button">Prima</button>);
  const before = screen.getByRole('button', { name: 'Prima' });
  before.focus();
  render(
    <Modal title="Prova" onClose={onClose}>
      <input aria-label="Campo" />
    </Modal>,
  );
  return before;
}

test('at what had the focus before, or at nothing, it closes the dialog once', () => {
  const onClose = vi.fn();
  const before = open(onClose);
  fireEvent.keyDown(before, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledTimes(1);
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledTimes(2);
  fireEvent.keyDown(before, { key: 'Enter' });
  expect(onClose).toHaveBeenCalledTimes(2);
});

test('inside the dialog it closes it once too', () => {
  const onClose = vi.fn();
  open(onClose);
  const field = screen.getByRole('textbox', { name: 'Campo' });
  field.focus();
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('at the button of an explanation it closes the explanation, and the button keeps the focus', () => {
  render(
    <PopoverButton className="amount" label="Apri" title="Spiegazione" renderContent={() => 'Perché'} />,
  );
  const button = screen.getByRole('button', { name: 'Apri' });
  button.focus();
  fireEvent.click(button);
  screen.getByRole('dialog', { name: 'Spiegazione' });
  // As long as the explanation has not taken it.
  button.focus();
  fireEvent.keyDown(button, { key: 'Escape' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(button);
});
