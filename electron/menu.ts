import { app, Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { OpenTarget } from '../core/bridge/open-target.ts';
import type { StudioEntry } from '../core/bridge/studios.ts';
import { updateItem } from './updates/text.ts';
import type { Updates } from './updates/updates.ts';
import type { Zoom } from './zoom.ts';

/** So many studios the menu lists. */
const mostRecent = 9;

export interface MenuPorts {
  readonly newWindow: () => void;
  readonly open: (target: OpenTarget) => void;
  readonly updates: Pick<Updates, 'kind' | 'look'>;
  readonly zoom: Pick<Zoom, 'change'>;
  /** The studios that were opened, the last one first. */
  readonly recent: () => readonly StudioEntry[];
}

/** Shows the application's menu. The returned function shows it anew if other studios are recent. */
export function installMenu(
  ports: MenuPorts,
  {
    mac = process.platform === 'darwin',
    developing = !app.isPackaged,
  }: { readonly mac?: boolean; readonly developing?: boolean } = {},
): () => void {
  let shown: string | undefined;
  const show = (): void => {
    const recent = ports.recent().slice(0, mostRecent);
    const names = JSON.stringify(recent);
    if (names === shown) return;
    shown = names;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuItems(ports, recent, mac, developing)));
  };
  show();
  return show;
}

/**
 * The menu, in Italian. Outside macOS it shows the editing keys but does not handle them: Chromium handles
 * them in text fields, and elsewhere Ctrl+Z is the screen's own undo. The screen also handles the key for a
 * new window. On macOS the page gets the keys first and stops those that it uses.
 */
function menuItems(
  { newWindow, open, updates, zoom }: MenuPorts,
  recent: readonly StudioEntry[],
  mac: boolean,
  developing: boolean,
): MenuItemConstructorOptions[] {
  const shown = (item: MenuItemConstructorOptions): MenuItemConstructorOptions => ({
    ...item,
    registerAccelerator: false,
  });

  // Without a feed it stays enabled: a click says what to do instead.
  const look = { label: updateItem(updates.kind), click: () => void updates.look() };
  const another = shown({
    label: 'Nuova finestra',
    accelerator: 'CmdOrCtrl+Shift+N',
    click: () => newWindow(),
  });
  // The screen handles the key.
  const manual = shown({ label: 'Manuale', accelerator: 'F1', click: () => open({ screen: 'manual' }) });
  const edit: MenuItemConstructorOptions[] = [
    shown({ role: 'undo', label: 'Annulla' }),
    shown({ role: 'redo', label: 'Ripeti' }),
    { type: 'separator' },
    shown({ role: 'cut', label: 'Taglia' }),
    shown({ role: 'copy', label: 'Copia' }),
    shown({ role: 'paste', label: 'Incolla' }),
    shown({ role: 'selectAll', label: 'Seleziona tutto' }),
  ];
  const view: MenuItemConstructorOptions[] = [
    ...zoomItems(zoom),
    { type: 'separator' },
    { role: 'togglefullscreen', label: 'Schermo intero' },
    ...(developing
      ? [{ type: 'separator' as const }, { role: 'toggleDevTools' as const, label: 'Strumenti di sviluppo' }]
      : []),
  ];
  const window: MenuItemConstructorOptions[] = [
    { role: 'minimize', label: 'Riduci a icona' },
    ...(mac ? [{ role: 'zoom' as const, label: 'Ridimensiona' }] : []),
    { role: 'close', label: 'Chiudi' },
    ...(mac
      ? [{ type: 'separator' as const }, { role: 'front' as const, label: 'Porta tutto in primo piano' }]
      : []),
  ];

  return [
    ...(mac
      ? [
          { label: 'Allinea', submenu: macItems(open, look) },
          { label: 'File', submenu: [another, recentStudios(recent, open)] },
        ]
      : [
          {
            label: '&File',
            submenu: [
              another,
              recentStudios(recent, open),
              { type: 'separator' as const },
              settings(open),
              { type: 'separator' as const },
              { role: 'quit' as const, label: 'Esci', accelerator: 'Ctrl+Q' },
            ],
          },
        ]),
    { label: mac ? 'Modifica' : '&Modifica', submenu: edit },
    { label: mac ? 'Vista' : '&Visualizza', submenu: view },
    // The role lets macOS list the open windows in it.
    mac
      ? { role: 'window' as const, label: 'Finestra', submenu: window }
      : { label: 'Fi&nestra', submenu: window },
    ...(mac
      ? [{ role: 'help' as const, label: 'Aiuto', submenu: [manual] }]
      : [
          {
            label: '&Aiuto',
            submenu: [
              manual,
              look,
              { type: 'separator' as const },
              { label: 'Informazioni su Allinea', click: () => open({ screen: 'about' }) },
            ],
          },
        ]),
  ];
}

/** A role would zoom too, but tell nobody, and the zoom would not be kept. */
const zoomItems = (zoom: Pick<Zoom, 'change'>): MenuItemConstructorOptions[] => {
  const bigger = { label: 'Ingrandisci', click: () => zoom.change('bigger') };
  const hidden = { ...bigger, visible: false, acceleratorWorksWhenHidden: true };
  return [
    { label: 'Dimensioni reali', accelerator: 'CmdOrCtrl+0', click: () => zoom.change('usual') },
    { ...bigger, accelerator: 'CmdOrCtrl+Plus' },
    // A plain = works too: on an Italian keyboard + and = are different keys.
    { ...hidden, accelerator: 'CmdOrCtrl+=' },
    { ...hidden, accelerator: 'CmdOrCtrl+numadd' },
    { label: 'Riduci', accelerator: 'CmdOrCtrl+-', click: () => zoom.change('smaller') },
  ];
};

const recentStudios = (
  recent: readonly StudioEntry[],
  open: (target: OpenTarget) => void,
): MenuItemConstructorOptions => ({
  label: 'Studi recenti',
  enabled: recent.length > 0,
  submenu: recent.map(({ id, name }) => ({
    // A single & would underline the letter after it.
    label: name.replaceAll('&', '&&'),
    click: () => open({ screen: 'studio', id }),
  })),
});

const settings = (open: (target: OpenTarget) => void): MenuItemConstructorOptions => ({
  label: 'Impostazioni…',
  accelerator: 'CmdOrCtrl+,',
  click: () => open({ screen: 'settings' }),
});

const macItems = (
  open: (target: OpenTarget) => void,
  look: MenuItemConstructorOptions,
): MenuItemConstructorOptions[] => [
  { label: 'Informazioni su Allinea', click: () => open({ screen: 'about' }) },
  look,
  { type: 'separator' },
  settings(open),
  { type: 'separator' },
  { role: 'services', label: 'Servizi' },
  { type: 'separator' },
  { role: 'hide', label: 'Nascondi Allinea' },
  { role: 'hideOthers', label: 'Nascondi altre' },
  { role: 'unhide', label: 'Mostra tutte' },
  { type: 'separator' },
  { role: 'quit', label: 'Esci da Allinea' },
];

/** Adds a context menu for text fields and selections: Electron has none. */
export function attachContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (!isEditable && selectionText.trim() === '') return;
    const items: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'cut', label: 'Taglia', enabled: editFlags.canCut },
          { role: 'copy', label: 'Copia', enabled: editFlags.canCopy },
          { role: 'paste', label: 'Incolla', enabled: editFlags.canPaste },
          { role: 'selectAll', label: 'Seleziona tutto', enabled: editFlags.canSelectAll },
        ]
      : [{ role: 'copy', label: 'Copia' }];
    Menu.buildFromTemplate(items).popup({ window });
  });
}
