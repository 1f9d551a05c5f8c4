import { expect, it } from 'vitest';
import { installMenu } from '../../electron/menu.ts';
import { menus } from '../support/fake-electron.ts';

const noClicks = { open: () => undefined, zoom: { change: () => undefined }, recent: () => [] };

it('the menu “File” opens one more window; its key is shown, and left to the page', () => {
  let asked = 0;
  installMenu({
    newWindow: () => (asked += 1),
    ...noClicks,
    updates: { kind: 'none', look: async () => undefined },
  });
  const file = menus.at(-1)?.items.find(({ label }) => label?.replace('&', '') === 'File');
  const item = Array.isArray(file?.submenu)
    ? file.submenu.find(({ label }) => label === 'Nuova finestra')
    : undefined;
  expect(item).toMatchObject({ accelerator: 'CmdOrCtrl+Shift+N', registerAccelerator: false });
  item?.click?.({} as never, undefined, {} as never);
  expect(asked).toBe(1);
});

it.each([true, false])('“Aggiornamenti” says what this copy does, and looks (macOS: %s)', (mac) => {
  for (const kind of ['none', 'installed'] as const) {
    let looks = 0;
    const updates = { kind, look: async () => void (looks += 1) };
    installMenu({ ...noClicks, newWindow: () => undefined, updates }, { mac });
    const items = (menus.at(-1)?.items ?? []).flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu : [],
    );
    const item = items.find(({ label }) => label?.toLowerCase().includes('aggiornamenti'));
    expect(item?.label).toBe(
      kind === 'none' ? 'Aggiornamenti: non previsti in questa copia' : 'Cerca aggiornamenti…',
    );
    expect(item?.enabled).not.toBe(false);
    item?.click?.({} as never, undefined, {} as never);
    expect(looks).toBe(1);
  }
});
