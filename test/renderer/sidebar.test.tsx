// The navigation's word about the simulator: what is known of it, and no more.
import { show } from './screen.tsx';
import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SyncStatus } from '../../core/bridge/sync-status.ts';
import { Sidebar } from '../../renderer/shell/sidebar.tsx';
import { useDesk } from '../../renderer/store/desk.ts';

test.each<readonly [boolean, SyncStatus['link'], string]>([
  [true, 'signed-out', 'attivo'],
  [false, 'synced', 'attivo'],
  [false, 'pending', 'attivo'],
  [false, 'offline', 'non risponde'],
  [false, 'signed-out', 'non collegato'],
  [false, 'connecting', 'non collegato'],
])('inside the program: %s, the link is %s', async (simulatorInside, link, word) => {
  await show(() => <Sidebar />);
  act(() => {
    useDesk.setState({
      simulatorInside,
      sync: { link, pending: 0, lastSync: null, nextTry: null, others: [] },
    });
  });
  expect(screen.getByRole('button', { name: `Simulatore Aruba ${word}` })).toBeTruthy();
});
