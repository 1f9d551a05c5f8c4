// Menus, links and sleep: what the program does as a guest of the desktop.
import { readFileSync } from 'node:fs';
import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { StudioEntry } from '../../core/bridge/studios.ts';
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

const noClicks = {
  newWindow: () => undefined,
  updates: { kind: 'none', look: () => Promise.resolve() },
  zoom: { change: () => undefined },
} as const;
const studios: readonly StudioEntry[] = [
  { id: 'alba', name: 'Studio Alba & Figli', kind: 'own' },
  { id: 'esempio', name: 'Studio di esempio', kind: 'sample' },
];

describe('the menu', () => {
  test.each(['macos', 'others'])('is the golden one on %s', (system) => {
    installMenu(
      { ...noClicks, open: () => undefined, recent: () => studios.slice(0, 1) },
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
      installMenu({ ...noClicks, open: (target) => opened.push(target), recent: () => studios }, { mac });
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

describe('the menu of recent studios', () => {
  /** The labels that are shown, and the item that opens each. */
  const listed = (): readonly MenuItemConstructorOptions[] => {
    const file = menus.at(-1)?.items.find(({ label }) => label === '&File');
    const items = Array.isArray(file?.submenu) ? file.submenu : [];
    const recent = items.find(({ label }) => label === 'Studi recenti');
    return recent?.enabled === true && Array.isArray(recent.submenu) ? recent.submenu : [];
  };

  test('opens each in the page, and is shown anew only if others are recent', () => {
    const opened: OpenTarget[] = [];
    const is = { recent: [] as readonly StudioEntry[] };
    const show = installMenu(
      { ...noClicks, open: (target) => opened.push(target), recent: () => is.recent },
      { mac: false },
    );
    expect(listed()).toEqual([]);
    is.recent = studios;
    show();
    const before = menus.length;
    show();
    expect(menus.length).toBe(before);
    expect(listed().map(({ label }) => label)).toEqual(['Studio Alba && Figli', 'Studio di esempio']);
    listed()[1]?.click?.({} as never, undefined, {} as never);
    expect(opened).toEqual([{ screen: 'studio', id: 'esempio' }]);
  });

  test('has nine at most', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({
      id: `s${index}`,
      name: 'S',
      kind: 'own' as const,
    }));
    installMenu({ ...noClicks, open: () => undefined, recent: () => many }, { mac: false });
    expect(listed()).toHaveLength(9);
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
