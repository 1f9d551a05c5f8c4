import { app, Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { OpenTarget } from '../core/bridge/open-target.ts';
import { updateItem } from './updates/text.ts';
import type { Updates } from './updates/updates.ts';

/**
 * The application's menu, in Italian. Outside macOS it shows the editing keys but does not handle them:
 * Chromium handles them in text fields, and elsewhere Ctrl+Z is the screen's own undo. The screen also
 * handles the key for a new window. On macOS the page gets the keys first and stops those that it uses.
 */
export function installMenu(
  {
    newWindow,
    open,
    updates,
  }: {
    readonly newWindow: () => void;
    readonly open: (target: OpenTarget) => void;
    readonly updates: Pick<Updates, 'kind' | 'look'>;
  },
  {
    mac = process.platform === 'darwin',
    developing = !app.isPackaged,
  }: { readonly mac?: boolean; readonly developing?: boolean } = {},
): void {
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
    { role: 'resetZoom', label: 'Dimensioni reali' },
    { role: 'zoomIn', label: 'Ingrandisci' },
    // A plain = works too: on an Italian keyboard + and = are different keys.
    {
      role: 'zoomIn',
      label: 'Ingrandisci',
      accelerator: 'CmdOrCtrl+=',
      visible: false,
      acceleratorWorksWhenHidden: true,
    },
    { role: 'zoomOut', label: 'Riduci' },
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

  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac
        ? [
            { label: 'Allinea', submenu: macItems(open, look) },
            { label: 'File', submenu: [another] },
          ]
        : [
            {
              label: '&File',
              submenu: [
                another,
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
    ]),
  );
}

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
