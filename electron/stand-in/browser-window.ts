// Electron's BrowserWindow, made of an app window of Chromium.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Page, PDFOptions } from 'puppeteer-core';
import { app, onlyReady, StoppableEvent } from './application.ts';
import { askInPage, type AskPerson } from './ask-in-page.ts';
import { closePage, grantNothing, openPage } from './browser.ts';
import { fromText, type CloneText } from './clone-text.ts';
import { ipcMain } from './ipc-main.ts';
import { PageLink, type Place } from './page-link.ts';
import { answerRequests } from './page-requests.ts';
import { pageOrigin, toAppUrl, toPageUrl } from './protocol.ts';
import { closeUnseen, openUnseen } from './unseen-page.ts';
import { WebContents } from './web-contents.ts';

interface Options extends Partial<Place> {
  readonly title?: string;
  readonly backgroundColor?: string;
  readonly webPreferences?: { readonly preload?: string };
}

interface Opened {
  readonly page: Page;
  /** Absent for a page without a preload script: such a page is only printed. */
  readonly link?: PageLink;
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents(this);
  readonly #options: Options;
  #opening: Promise<Opened>;
  #opened: Opened | undefined;
  /** If this page ends, the window ends. */
  #current: Page | undefined;
  #place: Place;
  #crashed = false;
  #closing = false;
  #destroyed = false;

  constructor(options: Options = {}) {
    super();
    onlyReady('new BrowserWindow');
    this.#place = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    app.windows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    this.#options = options;
    this.#opening = this.#open();
    // loadURL reports a failure. Nobody listens before that.
    this.#opening.catch(() => undefined);
  }

  async #open(): Promise<Opened> {
    const { x, y, title = '', backgroundColor = '#ffffff', webPreferences } = this.#options;
    const { width, height } = this.#place;
    if (webPreferences?.preload === undefined) return this.#openUnseen();
    const page = await openPage({
      width,
      height,
      title,
      background: backgroundColor,
      ...(x === undefined || y === undefined ? {} : { x, y }),
    });
    // However the page ends, the window is closed, unless the page is being replaced.
    this.#current = page;
    const ended = (): void => {
      if (this.#current !== page) return;
      this.#current = undefined;
      void closePage(page).then(() => this.#closed());
    };
    page.once('close', ended);
    page.browser().once('disconnected', ended);
    page.on('error', () => {
      this.#crashed = true;
      this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 0 });
    });
    const preload = readFileSync(webPreferences.preload, 'utf8');
    const [link] = await Promise.all([
      PageLink.open(page, preload, {
        invoke: (message, caller) =>
          ipcMain.answer(
            message.channel,
            {
              sender: this.webContents,
              // Null if the frame is gone, as in Electron.
              senderFrame:
                caller === null
                  ? null
                  : { url: toAppUrl(`${caller.origin}/`), parent: caller.isMainFrame ? null : {} },
            },
            fromText(message.args) as readonly unknown[],
          ),
        place: (place) => void (this.#place = place),
        used: () => void this.emit('focus'),
        windowOpen: (url) => this.webContents.windowOpen(toAppUrl(url)),
      }),
      answerRequests(page, (url) => this.#leaving(url)),
      page.emulateLocale('it-IT'),
      grantNothing(page),
    ]);
    this.#opened = { page, link };
    return this.#opened;
  }

  /** A window without a preload script is only printed. It may load the same addresses. */
  async #openUnseen(): Promise<Opened> {
    const page = await openUnseen(this.#place);
    await answerRequests(page, (url) => this.#leaving(url));
    this.#opened = { page };
    return this.#opened;
  }

  async print(options: PDFOptions): Promise<Buffer> {
    const { page } = await this.#opening;
    return Buffer.from(await page.pdf(options));
  }

  #leaving(url: string): void {
    this.webContents.emit(
      'will-frame-navigate',
      Object.assign(new StoppableEvent(), { url, isMainFrame: true }),
    );
  }

  async loadURL(url: string): Promise<void> {
    try {
      const { page } = await this.#opening;
      await page.goto(toPageUrl(url), { waitUntil: 'load' });
    } catch (error) {
      if (!this.#destroyed) this.webContents.emit('did-fail-load', {}, -2, 'ERR_FAILED', url, true);
      throw error;
    }
    this.webContents.emit('did-navigate', {}, url, 200, 'OK');
    this.emit('ready-to-show');
    this.webContents.emit('did-finish-load');
  }

  sendToPage(channel: string, args: CloneText): void {
    this.#opened?.link?.send(channel, args);
  }

  /** Loads the page anew. After a crash it opens another page: a crashed page cannot be reloaded. */
  reloadPage(): void {
    const crashed = this.#opened;
    // A page that closes meanwhile needs no reload.
    if (!this.#crashed) return void crashed?.page.reload().catch(() => undefined);
    this.#crashed = false;
    this.#opened = undefined;
    this.#current = undefined;
    this.#opening = (crashed === undefined ? Promise.resolve() : closePage(crashed.page)).then(() =>
      this.#open(),
    );
    this.loadURL(pageOrigin).catch(() => this.close());
  }

  setBackgroundColor(_color: string): void {
    // Chromium paints the colour of its first page.
  }

  show(): void {
    // Chromium shows its window from the start, in the background colour.
  }

  focus(): void {
    void this.#opened?.page.bringToFront().catch(() => undefined);
  }

  maximize(): void {}
  restore(): void {}
  isMaximized(): boolean {
    return false;
  }

  isMinimized(): boolean {
    return false;
  }

  getNormalBounds(): Place {
    return this.#place;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Asks nobody: only `closed` follows. */
  destroy(): void {
    void this.#end();
  }

  /** Asks first, as Electron does. Resolves when the window is gone, or with false if it stays open. */
  async close(): Promise<boolean> {
    if (!this.#closing && !this.#mayClose()) return false;
    await this.#end();
    return true;
  }

  inPage(script: string): Promise<unknown> {
    return this.#opening.then(({ page }) => page.evaluate(script));
  }

  /** Asks with a browser's own question. */
  ask(...question: Parameters<AskPerson>): Promise<string | null> {
    return this.#opening.then(({ page }) => askInPage(page, ...question));
  }

  #mayClose(): boolean {
    const event = new StoppableEvent();
    this.emit('close', event);
    this.#closing = !event.defaultPrevented;
    return this.#closing;
  }

  async #end(): Promise<void> {
    this.#closing = true;
    const opened = await this.#opening.catch(() => undefined);
    if (opened !== undefined) await (opened.link === undefined ? closeUnseen : closePage)(opened.page);
    this.#closed();
  }

  /** The page is gone. If a person closed it, nobody was asked yet, and it is too late to say no. */
  #closed(): void {
    if (this.#destroyed) return;
    if (!this.#closing) this.#mayClose();
    this.#destroyed = true;
    this.emit('closed');
    app.windowClosed(this);
  }
}
