import type { SourceFile } from './source-files.ts';

/** A rule of the architecture. `planted` must break it: a rule that cannot fail proves nothing. */
export interface Rule {
  readonly name: string;
  /** Says what is allowed and what to do instead. */
  readonly instead: string;
  readonly planted: Readonly<Record<string, string>>;
  readonly find: (files: readonly SourceFile[]) => readonly string[];
}

const figures = [
  'catalog',
  'people',
  'services',
  'register',
  'seats',
  'renewals',
  'quotes',
  'orders',
  'purchases',
] as const;
const pure: readonly string[] = ['kernel', 'formats', ...figures, 'received'];

/** The imports that each layer of core may have besides itself (the import table of core/README.md). */
const layers: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  ports: ['kernel'],
  sync: ['kernel', 'ports'],
  formats: ['kernel'],
  catalog: ['kernel'],
  people: ['kernel', 'formats'],
  services: ['kernel', 'catalog', 'people'],
  register: ['kernel', 'formats', 'catalog', 'people', 'services'],
  seats: ['kernel', 'catalog', 'people', 'services'],
  renewals: ['kernel', 'catalog', 'people', 'services', 'seats'],
  quotes: ['kernel', 'catalog', 'people', 'services', 'seats', 'renewals'],
  orders: ['kernel', 'catalog', 'people', 'services', 'seats', 'renewals', 'quotes'],
  purchases: ['kernel', ...figures.filter((name) => name !== 'purchases')],
  received: ['kernel', 'formats', ...figures],
  aruba: [...pure, 'ports', 'sync'],
  account: ['kernel', 'ports'],
  desk: [...pure, 'ports', 'sync', 'aruba'],
  shared: [...pure, 'ports', 'sync', 'aruba', 'desk'],
  persistence: [...pure, 'ports', 'sync', 'aruba', 'desk'],
  bridge: ['kernel', 'formats', 'services', 'aruba', 'account', 'desk', 'shared'],
  host: [...pure, 'ports', 'sync', 'aruba', 'account', 'desk', 'shared', 'persistence', 'bridge'],
};

/**
 * The imports that each room of core/desk may have besides itself: rows and pending first, then the
 * features in this order.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  rows: [],
  pending: ['rows'],
  people: ['rows', 'pending'],
  restore: ['rows', 'people'],
  seats: ['rows', 'pending'],
  cart: ['rows', 'pending', 'people', 'seats'],
  orders: ['rows', 'pending', 'people', 'seats', 'cart'],
  forgotten: ['rows', 'pending', 'people', 'seats', 'cart'],
  rules: ['rows', 'pending', 'people', 'seats', 'cart'],
  register: ['rows', 'pending'],
  quotes: ['rows', 'pending', 'people', 'seats', 'cart'],
  purchases: ['rows', 'pending', 'people', 'seats', 'cart', 'quotes', 'register', 'plan'],
  invoices: ['rows', 'pending', 'register'],
  plan: ['rows', 'pending', 'people', 'seats', 'cart'],
  views: ['rows'],
  reminders: ['rows', 'pending', 'people', 'seats', 'cart', 'plan'],
};

/** `core/kernel/day.ts` -> `kernel`; `core/ports.ts` -> `ports`. Undefined outside core. */
export const layerOf = (path: string): string | undefined =>
  path.startsWith('core/') ? path.slice(5).split('/')[0]?.replace(/\.ts$/, '') : undefined;

/** The form of a command. It lies in core/desk itself, and every feature imports it. */
const commandForm = 'core/desk/define-command.ts';

/** `core/desk/cart/cart-sync.ts` -> `cart`; `''` for a file of core/desk itself. Undefined elsewhere. */
export const roomOf = (path: string): string | undefined => {
  const [first, second, room, file] = path.split('/');
  if (first !== 'core' || second !== 'desk') return undefined;
  return file === undefined ? '' : room;
};

const asText = (table: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(table)
    .map(([from, allowed]) => `${from}: ${allowed.join(' ') || 'nothing'}`)
    .join('; ');

/** Returns a message for each import of one of our files that `allows` refuses. */
const imports = (
  files: readonly SourceFile[],
  concerns: (file: SourceFile) => boolean,
  allows: (target: string, file: SourceFile) => boolean,
): string[] =>
  files
    .filter(concerns)
    .flatMap((file) =>
      file.imports.flatMap(({ specifier, target }) =>
        allows(target ?? specifier, file) ? [] : [`${file.path} imports ${target ?? specifier}`],
      ),
    );

const isPackage = (target: string): boolean =>
  !target.includes('/') || !/^(?:core|electron|renderer|test)\//.test(target);
const inside = (folder: string) => (file: SourceFile) => file.path.startsWith(folder);

export const importRules: readonly Rule[] = [
  {
    name: 'core follows its layers',
    instead: `Each layer imports only: ${asText(layers)}. Move the shared part down a layer, or pass it in.`,
    planted: { 'core/kernel/bad.ts': "import { align } from '../renewals/align.ts';" },
    find: (files) =>
      imports(files, inside('core/'), (target, file) => {
        const [from, to] = [layerOf(file.path), layerOf(target)];
        if (to === undefined) return isPackage(target);
        return from === to || (layers[from ?? ''] ?? []).includes(to);
      }),
  },
  {
    name: 'core/desk follows its rooms',
    instead: `Each room of core/desk imports only: ${asText(rooms)}. Only files of core/desk itself import all.
What two features need goes into rows (what is kept) or pending (what is shown).`,
    planted: { 'core/desk/seats/bad.ts': "import { openCart } from '../cart/decide-cart.ts';" },
    find: (files) =>
      imports(files, inside('core/desk/'), (target, file) => {
        const [from, to] = [roomOf(file.path), roomOf(target)];
        return (
          to === undefined ||
          from === '' ||
          target === commandForm ||
          from === to ||
          (rooms[from ?? ''] ?? []).includes(to)
        );
      }),
  },
  {
    name: 'core imports no package but zod (kernel/parse.ts), date-fns and @date-fns/* (kernel/day.ts), papaparse (formats/spreadsheet/csv.ts), fflate (formats/zip/zip.ts), fast-xml-parser (formats/xml/read-xml.ts), asn1js (formats/signed/p7m.ts) and postal-mime (formats/mail/mime.ts)',
    instead:
      'Days come from core/kernel/day.ts; schemas come from `z` of core/kernel/parse.ts; what needs the world is a small interface in core/ports.ts with an adapter in electron/adapters/.',
    planted: {
      'core/orders/bad.ts': "import { z } from 'zod';",
      'core/renewals/bad.ts': "import { addMonths } from 'date-fns/addMonths';",
    },
    find: (files) =>
      imports(files, inside('core/'), (target, file) => {
        if (!isPackage(target)) return true;
        const home = {
          zod: 'core/kernel/parse.ts',
          'date-fns': 'core/kernel/day.ts',
          '@date-fns': 'core/kernel/day.ts',
          papaparse: 'core/formats/spreadsheet/csv.ts',
          fflate: 'core/formats/zip/zip.ts',
          'fast-xml-parser': 'core/formats/xml/read-xml.ts',
          asn1js: 'core/formats/signed/p7m.ts',
          'postal-mime': 'core/formats/mail/mime.ts',
        }[target.split('/')[0] ?? ''];
        return file.path === home;
      }),
  },
  {
    name: 'the screen imports only pure core, the contract of the bridge, and browser packages',
    instead: `Allowed: core/{${pure.join(',')}}, core/desk, core/bridge/{account,backups,contract,refusals,shared,storage,studios,sync-status}.ts, core/shared/{members,presence}.ts, renderer/. Anything else is a call in core/bridge/contract.ts, made through renderer/bridge.ts.`,
    planted: {
      'renderer/screens/bad.tsx':
        "import { readFileSync } from 'node:fs';\nimport { openHost } from '../../core/host/host.ts';",
    },
    find: (files) =>
      imports(
        files,
        (file) => file.path.startsWith('renderer/') && file.path !== 'renderer/vite.config.ts',
        (target) => {
          if (isPackage(target)) return !/^(?:node:|electron)/.test(target);
          if (target.startsWith('renderer/')) return true;
          return (
            /^core\/bridge\/(?:account|backups|contract|refusals|shared|storage|studios|sync-status)\.ts$/.test(
              target,
            ) ||
            /^core\/shared\/(?:members|presence)\.ts$/.test(target) ||
            [...pure, 'desk'].includes(layerOf(target) ?? '')
          );
        },
      ),
  },
  {
    name: 'date-fns only in core/kernel/day.ts and renderer/text',
    instead:
      'Calendar arithmetic comes from core/kernel/day.ts, dates for people from renderer/text/format.ts. One function is one import (date-fns/addMonths): the whole of date-fns is slow to load.',
    planted: {
      'renderer/screens/bad.ts': "import { format } from 'date-fns/format';",
      'renderer/text/bad.ts': "import { format } from 'date-fns';",
    },
    find: (files) =>
      imports(
        files,
        (file) => !file.path.startsWith('test/'),
        (target, file) =>
          !/^@?date-fns\b/.test(target) ||
          (target.includes('/') &&
            (file.path === 'core/kernel/day.ts' || file.path.startsWith('renderer/text/'))),
      ),
  },
  {
    name: 'the preload imports only the contract and electron',
    instead: 'It only passes named calls on: put logic into electron/ipc.ts or the screen.',
    planted: { 'electron/preload.ts': "import { parse } from '../core/kernel/parse.ts';" },
    find: (files) =>
      imports(
        files,
        (file) => file.path === 'electron/preload.ts',
        (target) => target === 'electron' || target === 'core/bridge/contract.ts',
      ),
  },
  {
    name: 'the simulator imports pure core, aruba/protocol and ports, never the host',
    instead: `It is the other side of the counter: allowed are core/{${pure.join(',')}}, core/aruba/protocol.ts, core/ports.ts, electron/simulator/, electron/adapters/ and packages other than electron.`,
    planted: {
      'electron/simulator/bad.ts': "import type { AppState } from '../../core/desk/rows/state.ts';",
    },
    find: (files) =>
      imports(files, inside('electron/simulator/'), (target) => {
        if (isPackage(target)) return !target.startsWith('electron');
        if (/^electron\/(?:simulator|adapters)\//.test(target)) return true;
        return target === 'core/aruba/protocol.ts' || [...pure, 'ports'].includes(layerOf(target) ?? '');
      }),
  },
  {
    name: 'electron does not import the screen',
    instead: 'The two meet in core/bridge/contract.ts.',
    planted: { 'electron/bad.ts': "import { text } from '../renderer/text/text.ts';" },
    find: (files) => imports(files, inside('electron/'), (target) => !target.startsWith('renderer/')),
  },
  {
    name: 'nobody imports test/',
    instead: 'Test data and fakes stay in test/; what the program needs moves out of it.',
    planted: { 'electron/bad.ts': "import { fake } from '../test/support/fake-electron.ts';" },
    find: (files) =>
      imports(
        files,
        (file) => !file.path.startsWith('test/'),
        (target) => !target.startsWith('test/'),
      ),
  },
  {
    name: 'no import cycles',
    instead:
      'Two files that need each other are one idea, or hide a third: move what both need into a file of its own.',
    planted: {
      'core/quotes/a.ts': "import { b } from './b.ts';",
      'core/quotes/b.ts': "import type { A } from './a.ts';",
    },
    find: cycles,
  },
];

/** Each cycle once, written from its first file by name. */
function cycles(files: readonly SourceFile[]): string[] {
  const targets = new Map(
    files.map((file) => [
      file.path,
      file.imports.flatMap((entry) => (entry.target === undefined ? [] : [entry.target])),
    ]),
  );
  const done = new Set<string>();
  const found = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start !== -1) {
      const cycle = trail.slice(start);
      const first = cycle.indexOf([...cycle].sort()[0] ?? '');
      found.add([...cycle.slice(first), ...cycle.slice(0, first + 1)].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return [...found];
}
