import { expect, it } from 'vitest';
import { installMenu } from '../../electron/menu.ts';
import { menus } from '../support/fake-electron.ts';

it('the menu “File” opens one more window; its key is shown, and left to the page', () => {
  let asked = 0;
  installMenu({ newWindow: () => (asked += 1), open: () => undefined });
  const file = menus.at(-1)?.items.find(({ label }) => label?.replace('&', '') === 'File');
  const item = Array.isArray(file?.submenu)
    ? file.submenu.find(({ label }) => label === 'Nuova finestra')
    : undefined;
  expect(item).toMatchObject({ accelerator: 'CmdOrCtrl+Shift+N', registerAccelerator: false });
  item?.click?.({} as never, undefined, {} as never);
  expect(asked).toBe(1);
});
