// Ctrl+Enter, Ctrl+F and the sheet of shortcuts.
import { show } from './screen.tsx';
import { act, cleanup, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { Button } from '../../renderer/components/buttons.tsx';
import { SearchField } from '../../renderer/components/controls.tsx';
import { Modal } from '../../renderer/components/modal.tsx';
import { ShortcutsDialog } from '../../renderer/shell/shortcuts-dialog.tsx';
import { useShortcuts } from '../../renderer/shell/use-shortcuts.ts';
import { openDialog, useUi } from '../../renderer/store/ui-store.ts';

const pressed: string[] = [];

function Screen({ ready = true, dialog = false }: { readonly ready?: boolean; readonly dialog?: boolean }) {
  useShortcuts();
  const [query, setQuery] = useState('');
  return (
    <main>
      <SearchField label="Cerca" value={query} onChange={setQuery} />
      <label data-missing={!ready}>
        Accetto <input type="checkbox" />
      </label>
      <textarea aria-label="Nota" data-own-enter />
      <Button prints isDisabled={!ready} onPress={() => pressed.push('list')}>
        Esporta
      </Button>
      <Button onPress={() => pressed.push('other')}>Altro</Button>
      <Button kind="primary" isDisabled={!ready} onPress={() => pressed.push('screen')}>
        Conferma
      </Button>
      {dialog && (
        <Modal title="Domanda" onClose={() => undefined}>
          <Button prints onPress={() => pressed.push('paper')}>
            PDF
          </Button>
          <Button kind="primary" onPress={() => pressed.push('dialog')}>
            Sì
          </Button>
        </Modal>
      )}
    </main>
  );
}

async function screenWith(props: Parameters<typeof Screen>[0]) {
  pressed.length = 0;
  Element.prototype.checkVisibility = () => true;
  return show(() => <Screen {...props} />);
}

test('Ctrl+Enter presses the primary button and not the one with the focus', async () => {
  const { user } = await screenWith({});
  act(() => screen.getByRole('button', { name: 'Altro' }).focus());
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(pressed).toEqual(['screen']);
});

test('over a dialog Ctrl+Enter is the dialog’s', async () => {
  const { user } = await screenWith({ dialog: true });
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(pressed).toEqual(['dialog']);
});

test('while something is missing Ctrl+Enter goes there', async () => {
  const { user } = await screenWith({ ready: false });
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(pressed).toEqual([]);
  expect(document.activeElement).toBe(screen.getByRole('checkbox'));
});

test('where Ctrl+Enter saves what is typed it presses nothing', async () => {
  const { user } = await screenWith({});
  act(() => screen.getByRole('textbox', { name: 'Nota' }).focus());
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(pressed).toEqual([]);
});

test('Ctrl+F goes to the search; there ? is a letter, elsewhere it opens the sheet', async () => {
  const { user } = await screenWith({});
  await user.keyboard('{Control>}f{/Control}?');
  expect(screen.getByRole('searchbox')).toHaveProperty('value', '?');
  expect(useUi.getState().dialog).toBeNull();
  act(() => screen.getByRole('button', { name: 'Altro' }).focus());
  await user.keyboard('?');
  expect(useUi.getState().dialog).toEqual({ kind: 'shortcuts' });
  act(() => openDialog(null));
});

test('the sheet lists what works everywhere, in lists, and the sections', async () => {
  await show(() => <ShortcutsDialog onClose={() => undefined} />);
  expect(within(screen.getByRole('region', { name: 'Ovunque' })).getByText('Ctrl ↵')).toBeTruthy();
  expect(
    within(screen.getByRole('region', { name: 'Sezioni' }))
      .getAllByRole('definition')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Stato servizio',
    'Personale',
    'Servizi',
    'Carrello',
    'Ordini',
    'Preventivi',
    'Rinnovi',
    'Storico utenti',
  ]);
});

test('Ctrl+P prints or saves what the screen lists, or what the dialog above it shows', async () => {
  const first = await screenWith({});
  await first.user.keyboard('{Control>}p{/Control}');
  expect([pressed, first.toasts()]).toEqual([['list'], []]);
  cleanup();
  const second = await screenWith({ dialog: true });
  await second.user.keyboard('{Control>}p{/Control}');
  expect(pressed).toEqual(['paper']);
});

test('with nothing to print Ctrl+P says so, and the browser’s own printing never opens', async () => {
  const { toasts } = await screenWith({ ready: false });
  const event = new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, bubbles: true, cancelable: true });
  act(() => void document.body.dispatchEvent(event));
  expect([pressed, toasts(), event.defaultPrevented]).toEqual([
    [],
    ['Qui non c’è un elenco da stampare o da salvare.'],
    true,
  ]);
});
