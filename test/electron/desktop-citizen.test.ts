// Menus, links and sleep: what the program does as a guest of the desktop.
import { readFileSync } from 'node:fs';
import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { OpenTarget } from '../../core/bridge/open-target.ts';
import type { Application } from '../../electron/application.ts';
import { followLinks, targetOf } from '../../electron/links.ts';
import { installMenu } from '../../electron/menu.ts';
import { exchangeAfterSleep } from '../../electron/sleep.ts';
import { quietLog } from '../support/counting-ids.ts';
import { app, calls, enter, menus, powerMonitor } from '../support/fake-electron.ts';

afterEach(() => {
  vi.useRealTimers();
  powerMonitor.removeAllListeners();
  for (const event of ['open-url', 'second-instance']) app.removeAllListeners(event);
  enter('any');
});

/** A menu as lines: what a person reads, its role and its keys. */
function lines(items: readonly MenuItemConstructorOptions[], depth = 0): readonly string[] {
  return items.flatMap(({ label, role, accelerator, type, visible, submenu }) => [
    '  '.repeat(depth) +
      [
        type === 'separator' ? '---' : (label ?? ''),
        role === undefined ? '' : `(${role})`,
        accelerator ?? '',
        visible === false ? 'hidden' : '',
      ]
        .filter(Boolean)
        .join(' '),
    ...(Array.isArray(submenu) ? lines(submenu, depth + 1) : []),
  ]);
}

const noUpdates = { kind: 'none', look: () => Promise.resolve() } as const;

describe('the menu', () => {
  test.each(['macos', 'others'])('is the golden one on %s', (system) => {
    installMenu(
      { newWindow: () => undefined, open: () => undefined, updates: noUpdates },
      { mac: system === 'macos', developing: false },
    );
    const golden = readFileSync(
      new URL(`../contract/electron/golden/menu-${system}.txt`, import.meta.url),
      'utf8',
    );
    expect(lines(menus.at(-1)?.items ?? [])).toEqual(golden.trimEnd().split('\n'));
  });

  test('opens the settings, the information and the manual in the window in front', () => {
    const opened: OpenTarget[] = [];
    for (const mac of [true, false]) {
      installMenu(
        { newWindow: () => undefined, open: (target) => opened.push(target), updates: noUpdates },
        { mac },
      );
      const all = (menus.at(-1)?.items ?? []).flatMap(({ submenu }) =>
        Array.isArray(submenu) ? submenu : [],
      );
      for (const label of ['Impostazioni…', 'Informazioni su Allinea', 'Manuale'])
        all.find((item) => item.label === label)?.click?.({} as never, undefined, {} as never);
    }
    const each = [{ screen: 'settings' }, { screen: 'about' }, { screen: 'manual' }];
    expect(opened).toEqual([...each, ...each]);
  });
});

describe('a link', () => {
  test.each([
    ['allinea://servizio/fe-1', { screen: 'service', serviceId: 'fe-1' }],
    ['allinea://ordine/MO123456/', { screen: 'orders', orderId: 'MO123456' }],
    ['allinea://preventivo/q-7', { screen: 'quotes', quoteId: 'q-7' }],
    ['allinea://ordine/', undefined],
    ['allinea://ordine/../../x', undefined],
    ['allinea://conferma/MO1', undefined],
    ['ALLINEA://ordine/MO1', undefined],
    ['https://www.aruba.it/ordine/MO1', undefined],
    [`allinea://ordine/${'x'.repeat(81)}`, undefined],
    ['allinea://ordine/<script>', undefined],
  ])('%s', (link, target) => {
    expect(targetOf(link)).toEqual(target);
  });

  test('that started the program waits for its window; later ones open at once', () => {
    const opened: OpenTarget[] = [];
    const ready = followLinks((target) => opened.push(target), ['allinea', 'allinea://ordine/MO1']);
    const prevented = vi.fn<() => void>();
    app.emit('open-url', { preventDefault: prevented }, 'allinea://ordine/MO2');
    expect([opened, prevented.mock.calls.length]).toEqual([[], 1]);
    ready();
    app.emit('second-instance', {}, ['allinea', '--flag', 'allinea://servizio/fe-1']);
    app.emit('second-instance', {}, ['allinea']);
    expect(opened).toEqual([
      { screen: 'orders', orderId: 'MO2' },
      { screen: 'service', serviceId: 'fe-1' },
    ]);
  });

  test('is the program’s own only where it is installed', () => {
    enter('ready');
    followLinks(() => undefined, []);
    expect(calls()).toEqual([]);
    app.isPackaged = true;
    followLinks(() => undefined, []);
    app.isPackaged = false;
    expect(calls()).toEqual(['app.setAsDefaultProtocolClient allinea']);
  });
});

describe('a computer that wakes up', () => {
  const asleep = (handler: () => unknown) => {
    vi.useFakeTimers();
    exchangeAfterSleep(
      Promise.resolve({ handlers: { 'sync/now': handler } } as unknown as Application),
      quietLog,
    );
    powerMonitor.emit('resume');
  };

  test('exchanges once its network may be back', async () => {
    const exchange = vi.fn<() => void>();
    asleep(exchange);
    await vi.advanceTimersByTimeAsync(2999);
    expect(exchange).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(exchange).toHaveBeenCalledTimes(1);
  });

  test('without a studio nothing happens', async () => {
    const refused = vi.fn<() => never>(() => {
      throw new Error('no-studio');
    });
    asleep(refused);
    await vi.advanceTimersByTimeAsync(5000);
    expect(refused).toHaveBeenCalledTimes(1);
  });
});
