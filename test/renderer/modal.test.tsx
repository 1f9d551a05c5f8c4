// A dialog over the screen: where the focus and the keys go, what closes it, what a screen reader finds.
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Modal } from '../../renderer/components/modal.tsx';
import { PopoverButton } from '../../renderer/components/popover-button.tsx';

afterEach(cleanup);

const nobody = (): void => undefined;

/** A screen with a button that opens a dialog, in which a button opens another one. */
function Screen({ onClosed = nobody }: { readonly onClosed?: (which: string) => void }) {
  const [open, setOpen] = useState<'none' | 'first' | 'both'>('none');
  const close = (which: 'first' | 'second') => (): void => {
    onClosed(which);
    setOpen(which === 'first' ? 'none' : 'first');
  };
  return (
    <>
      <button type="button" onClick={() => setOpen('first')}>
        Apri
      </button>
      {open !== 'none' && (
        <Modal title="Primo" onClose={close('first')}>
          <input aria-label="Nome" />
          <PopoverButton className="amount" label="Perché" title="Spiegazione" renderContent={() => 'Così'} />
          <button type="button" onClick={() => setOpen('both')}>
            Altro
          </button>
          {open === 'both' && (
            <Modal title="Secondo" onClose={close('second')}>
              <input aria-label="Cognome" />
            </Modal>
          )}
        </Modal>
      )}
    </>
  );
}

const names = (): readonly string[] =>
  screen.queryAllByRole('dialog', { hidden: false }).map((dialog) => dialog.textContent.slice(0, 5));
const active = (): string | null | undefined =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

test('it has a name and the focus, and Tab goes round in it', async () => {
  render(<Screen />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Apri' }));
  const dialog = screen.getByRole('dialog', { name: 'Primo' });
  expect(dialog.getAttribute('aria-modal')).toBe('true');
  expect(document.activeElement).toBe(dialog);
  const stops: unknown[] = [];
  for (let press = 0; press < 4; press += 1) {
    await user.tab();
    stops.push(active());
  }
  expect(stops).toEqual(['Nome', 'Perché', 'Altro', 'Nome']);
});

test('a screen reader finds the last dialog alone, and afterwards what was there before', async () => {
  render(<Screen />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Apri' }));
  expect(screen.queryByRole('button', { name: 'Apri', hidden: false })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Altro' }));
  expect(names()).toEqual(['Secon']);
  await user.keyboard('{Escape}');
  expect(names()).toEqual(['Primo']);
  await user.keyboard('{Escape}');
  expect(names()).toEqual([]);
  expect(screen.getByRole('button', { name: 'Apri', hidden: false })).toBeTruthy();
  expect(document.querySelector('[aria-hidden="true"]')).toBeNull();
});

test('Escape closes what lies on top alone: an explanation, then the dialog', async () => {
  const onClosed = vi.fn();
  render(<Screen onClosed={onClosed} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Apri' }));
  await user.click(screen.getByRole('button', { name: 'Perché' }));
  expect(names()).toEqual(['Spieg']);
  await user.keyboard('{Escape}');
  expect([names(), onClosed.mock.calls]).toEqual([['Primo'], []]);
  await user.keyboard('{Escape}');
  expect(onClosed.mock.calls).toEqual([['first']]);
});

test('a click beside it closes it; letters that are marked from inside to beside it do not', async () => {
  const onClosed = vi.fn();
  render(<Screen onClosed={onClosed} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Apri' }));
  const overlay = document.querySelector('.modal-overlay');
  if (overlay === null) throw new Error('no overlay');
  fireEvent.pointerDown(screen.getByRole('textbox', { name: 'Nome' }));
  fireEvent.click(overlay);
  expect(onClosed).not.toHaveBeenCalled();
  await user.click(screen.getByRole('textbox', { name: 'Nome' }));
  expect(onClosed).not.toHaveBeenCalled();
  await user.click(overlay);
  expect(onClosed.mock.calls).toEqual([['first']]);
});

test('Escape while letters are composed belongs to the letters', () => {
  const onClosed = vi.fn();
  render(<Screen onClosed={onClosed} />);
  fireEvent.click(screen.getByRole('button', { name: 'Apri' }));
  const field = screen.getByRole('textbox', { name: 'Nome' });
  field.focus();
  fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
  expect(onClosed).not.toHaveBeenCalled();
});
