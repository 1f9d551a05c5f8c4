import { show } from './screen.tsx';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { Palette } from '../../renderer/shell/palette.tsx';
import { useShortcuts } from '../../renderer/shell/use-shortcuts.ts';
import { openDialog } from '../../renderer/store/ui-store.ts';
import { setLanguage } from '../../renderer/text/text.ts';

describe('one more window', () => {
  function Keys() {
    useShortcuts();
    return <input aria-label="testo" />;
  }

  function OpenPalette() {
    const [open, setOpen] = useState(true);
    return open ? <Palette onClose={() => setOpen(false)} /> : null;
  }

  test('by Ctrl+Shift+N, from a field and over a dialog too; a key that is held down asks once', async () => {
    const { desk } = await show(() => <Keys />);
    const asked = (): number => desk.calls.filter(({ name }) => name === 'window/new').length;
    const press = (options: object): boolean =>
      fireEvent.keyDown(screen.getByLabelText('testo'), {
        key: 'N',
        ctrlKey: true,
        shiftKey: true,
        ...options,
      });
    // The key must not also open the browser's own window.
    expect([press({}), asked()]).toEqual([false, 1]);
    expect([press({ repeat: true }), asked()]).toEqual([false, 1]);
    openDialog({ kind: 'palette' });
    expect([press({}), asked()]).toEqual([false, 2]);
    expect([press({ shiftKey: false }), press({ ctrlKey: false }), asked()]).toEqual([true, true, 2]);
  });

  test.each([
    ['it', 'nuova finestra', 'Nuova finestra Ctrl+Maiusc+N'],
    ['en', 'new window', 'New window Ctrl+Shift+N'],
  ] as const)('from the palette (%s)', async (language, words, label) => {
    setLanguage(language);
    const { desk, user } = await show(() => <OpenPalette />);
    await user.type(screen.getByRole('textbox'), words);
    await waitFor(() => expect(screen.getByRole('option').textContent).toContain(label));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(desk.calls.at(-1)).toEqual({ name: 'window/new', payload: null }));
  });
});
