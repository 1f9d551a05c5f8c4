// The start of the application: it locks the data folder, opens desk and windows, and quits without loss.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, safeStorage, session, type BrowserWindow } from 'electron';
import { openEvent } from '../core/bridge/contract.ts';
import type { OpenTarget } from '../core/bridge/open-target.ts';
import { ok } from '../core/kernel/result.ts';
import { askAccount } from './adapters/ask-account.ts';
import { chooseFolder, choosePath, saveFile, showFile } from './adapters/files.ts';
import { createNotify } from './adapters/notify.ts';
import { nodeDisk } from './adapters/node-disk.ts';
import { createPrint, type PrintPages } from './adapters/print.ts';
import { createLog } from './adapters/log.ts';
import { serverFetch } from './adapters/server-fetch.ts';
import { systemClock, systemIds, systemScheduler } from './adapters/system.ts';
import { thisWriter } from './adapters/this-program.ts';
import { lockProgram } from './adapters/program-lock.ts';
import { serveApp } from './app-protocol.ts';
import { atLogin } from './at-login.ts';
import type { StudioEntry } from '../core/bridge/studios.ts';
import type { StudioApplication } from './application.ts';
import { deskOpener } from './desk-thread/desk-opener.ts';
import { threadFile } from './desk-thread/thread-file.ts';
import { openBackupSettings, rememberSaved } from './backups/backup-settings.ts';
import { runInThread } from './backups/run-in-thread.ts';
import { openWithBackups } from './backups/studio-backups.ts';
import { prepareElectron } from './before-ready.ts';
import { answerCalls } from './ipc.ts';
import { readArguments, type Arguments } from './launch/arguments.ts';
import { tellTestPort } from './launch/test-port.ts';
import { joinAndShare } from './studios/join-and-share.ts';
import { programServer } from './studio-server/program-server.ts';
import { readFromServer } from './studio-server/server-here.ts';
import { openBackendAddresses } from './studios/backend-addresses.ts';
import { prepareFolder, shellName } from './studios/data-folder.ts';
import { systemUser, thisComputer } from './studios/computer.ts';
import { holdFolder } from './studios/folder-hold.ts';
import { endsOf } from './studios/guarded-folder.ts';
import { ownProcess } from './studios/process-name.ts';
import { followLinks } from './links.ts';
import { installMenu } from './menu.ts';
import { readInThread } from './studios/read-in-thread.ts';
import { openStudioApplication } from './studios/studio-application.ts';
import { openStudios, wantedStudio } from './studios/studios.ts';
import { appOrigin, denyPermissions } from './security.ts';
import { closeFirst, endWith, giveUp, quitCleanly } from './quit.ts';
import { fillWindow } from './window.ts';
import type { WindowPlaces } from './window-place.ts';
import { settingsWhenReady } from './settings-when-ready.ts';
import { exchangeAfterSleep } from './sleep.ts';
import { followTheme, type KeptTheme } from './theme.ts';
import { updateKind } from './updates/update-kind.ts';
import { openUpdates } from './updates/open-updates.ts';
import { createWindows, type Windows } from './windows.ts';
import { openZoom, type KeptZoom } from './zoom.ts';

const rendererFolder = fileURLToPath(new URL('../renderer/', import.meta.url));
const preloadFile = fileURLToPath(new URL('../preload/preload.cjs', import.meta.url));
// No top-level await before `ready`: Electron emits it only after this module has run to its end.
const reading = readArguments(process.argv, process.env, process.cwd(), app.isPackaged);
if (reading.ok) void run(reading.value).catch((error: unknown) => giveUp(error));
else {
  process.stderr.write(`${reading.error.name}: ${reading.error.problem}\n`);
  app.exit(2);
}

async function run(options: Arguments): Promise<void> {
  const { folder, own } = prepareFolder(options);
  prepareElectron();
  // A second start only brings the first one to the front: two writers must never exist. Electron's own lock
  // knows nothing of the other shell, so it only hands over the second start of an installed program.
  const onScreen: { windows?: Windows; menu?: () => void } = {};
  const toFront = (): void => void onScreen.windows?.front();
  const open = (target: OpenTarget): void => onScreen.windows?.front()?.webContents.send(openEvent, target);
  if (!app.requestSingleInstanceLock()) return app.exit(0);
  const showLinks = followLinks(open, process.argv);
  app.on('second-instance', toFront);
  if ((await lockProgram(folder, toFront)) === 'held-elsewhere') return app.exit(0);
  const studios = openStudios(folder, () => onScreen.menu?.());
  const wanted = wantedStudio(studios, options.studio);
  if (!wanted.ok) {
    process.stderr.write(`--studio: ${wanted.error}\n`);
    app.exit(2);
    return;
  }
  const log = createLog(own, systemClock);
  if (options.addressIgnored) log.error('address-ignored');
  const user = systemUser();
  const hold = holdFolder({
    folder,
    computer: thisComputer(),
    process: ownProcess(),
    user,
    clock: systemClock,
    scheduler: systemScheduler,
    log,
  });
  quitCleanly(log, () => hold.release());
  const openSettings = await settingsWhenReady();
  performance.mark('app-ready');
  denyPermissions(session.defaultSession);
  const pages: PrintPages = new Map();
  serveApp(rendererFolder, pages);
  const allWindows = (): readonly BrowserWindow[] => onScreen.windows?.all() ?? [];
  const updates = openUpdates({
    kind: app.isPackaged ? updateKind(process.resourcesPath, process.platform) : 'none',
    openFeed: async () => (await import('./updates/electron-feed.ts')).openElectronFeed(),
    windows: allWindows,
    endWith,
    log,
  });
  const zoom = openZoom(openSettings<KeptZoom>(own, 'zoom'), allWindows, log);
  onScreen.menu = installMenu({ newWindow, open, updates, zoom, recent: () => studios.recent() });

  const themed = followTheme(openSettings<KeptTheme>(own, 'theme'), log);
  const windows = createWindows({
    places: openSettings<WindowPlaces>(own, 'window'),
    log,
    preload: preloadFile,
    icon: join(rendererFolder, 'icon.png'),
  });
  // Opens the window first: its page loads in other processes while this one reads the data.
  onScreen.windows = windows;
  const first = windows.open();
  zoom.follow(first);
  const filled = fillWindow(first, log);
  const printPdf = createPrint({
    pages,
    template: join(rendererFolder, 'print.html'),
    origin: appOrigin,
    log,
  });
  const backends = openBackendAddresses(openSettings<unknown>(own, 'backend-addresses'));
  const computer = thisComputer().id;
  const ends = join(own, 'journal-ends');
  const server = programServer({
    thread: new URL('./server-thread.mjs', import.meta.url),
    data: folder,
    settings: openSettings,
    tested: options.testPort !== null,
    log,
    changed: () => void composed.then(readFromServer),
  });
  const threadWorld = {
    log,
    vault: safeStorage,
    desktop: { notify: createNotify(log), open },
    choosePath,
    fetchOf: serverFetch,
    server,
    askAccount: askAccount(options.testAccount ?? undefined),
    hold,
    // As an error of the main process itself: it is told, and the program ends.
    failed: (error: unknown) =>
      void setImmediate(() => {
        throw error;
      }),
  };
  const { limits, testAccount } = options;
  const ofProgram = { data: folder, ends, computer, user, limits, testAccount };
  const openDesk = deskOpener(threadFile, ofProgram, threadWorld);
  const backups = {
    data: folder,
    computer,
    settings: openBackupSettings(openSettings<unknown>(own, 'backups')),
    run: runInThread(new URL('./backup-worker.mjs', import.meta.url)),
    disk: nodeDisk,
    clock: systemClock,
    scheduler: systemScheduler,
    log,
    chooseFolder,
    writes: () => hold.other() === null,
    saveFile,
    printPdf,
    program: { shell: shellName, version: app.getVersion(), logs: own },
    version: thisWriter.version,
  };
  const composeStudio = (studio: StudioEntry, place: string): Promise<StudioApplication> =>
    openWithBackups(backups, {
      studio,
      from: place,
      end: endsOf(place, ends),
      open: async () => {
        const desk = await openDesk(studio, place, options.backendUrl ?? backends.of(studio.id));
        themed(desk);
        updates.follow(desk);
        return desk;
      },
    });
  const composed = openStudioApplication(
    {
      studios,
      backends,
      compose: composeStudio,
      reload: () => windows.reload(),
      now: () => systemClock.now(),
      log,
      hold,
      saveFile,
      ...joinAndShare({ server, fetchOf: serverFetch, ids: systemIds }),
      user,
      readStudio: readInThread(new URL('./studio-reader.mjs', import.meta.url)),
      packStudio: (wish, watched) => backups.run('pack', wish, watched),
      saved: (id, path) => rememberSaved(backups.settings, id, path, log),
    },
    wanted.value,
  );
  exchangeAfterSleep(composed, log);
  const connect = answerCalls({
    application: composed,
    program: {
      'window/new': () => (newWindow(), ok(null)),
      'program/at-login': ({ wanted }) => ({ on: atLogin(wanted, log) }),
      'program/show-file': ({ path }) => showFile(path),
    },
    log,
  });
  connect(first);
  await Promise.all([
    composed.then((application) => {
      closeFirst(application, server);
      // Only the program that may write here serves: another computer has the same folder then, with the
      // database of the server in it.
      const serve = (): void => {
        if (hold.other() === null) server.resume();
        else void server.stop();
      };
      hold.onChanged(serve);
      serve();
      performance.mark('studio-open');
    }),
    filled,
  ]);
  showLinks();
  performance.mark('page-loaded');
  log.info('app.started', { shell: shellName, version: app.getVersion() });
  if (options.testPort !== null) tellTestPort(options.testPort);

  function newWindow(): void {
    const window = windows.open();
    zoom.follow(window);
    connect(window);
    fillWindow(window, log).catch((error: unknown) => {
      // The other windows continue.
      log.error('window.not-filled', { error: error instanceof Error ? error.name : 'not-an-error' });
      window.destroy();
    });
  }
}
