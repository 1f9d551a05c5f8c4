// Language and theme in the settings of a shared studio: those of this computer.
import { show } from './screen.tsx';
import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SettingsScreen } from '../../renderer/screens/settings/settings-screen.tsx';
import { useDesk } from '../../renderer/store/desk.ts';

test('what was chosen on this computer is shown, not the firm’s, and the screen says so', async () => {
  await show(() => <SettingsScreen />);
  expect(screen.queryByText(/solo su questo computer/)).toBeNull();
  const theme = () => screen.getByRole('button', { name: /Aspetto/ }).textContent;
  const before = theme();
  const studio = { id: 'studio', name: 'Maria', role: 'read', looks: { theme: 'dark' } };
  act(() =>
    useDesk.setState(({ state }) => ({
      state: {
        ...state,
        workspace: { ...state.workspace, sharedStudio: new Map([['studio', studio]]) as never },
      },
    })),
  );
  expect(before).not.toContain('Scuro');
  expect(theme()).toContain('Scuro');
  expect(screen.getByText(/solo su questo computer/)).toBeTruthy();
});
