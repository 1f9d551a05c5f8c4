import { EventEmitter } from 'node:events';
import type { HandlerDetails, WindowOpenHandlerResponse } from 'electron';
import type { PDFOptions } from 'puppeteer-core';
import { toText, type CloneText } from './clone-text.ts';

interface PrintOptions {
  readonly pageSize: 'A4';
  readonly preferCSSPageSize: boolean;
  readonly printBackground: boolean;
  readonly generateTaggedPDF: boolean;
}

type OpenHandler = (details: HandlerDetails) => WindowOpenHandlerResponse;

/** The window whose page this is. */
interface PageOwner {
  sendToPage(channel: string, args: CloneText): void;
  reloadPage(): void;
  inPage(script: string): Promise<unknown>;
  print(options: PDFOptions): Promise<Buffer>;
}

export class WebContents extends EventEmitter {
  openHandler: OpenHandler = () => ({ action: 'deny' });

  readonly #window: PageOwner;

  constructor(window: PageOwner) {
    super();
    this.#window = window;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  /** A page asked for a window. Nobody gets one: the handler may only open the address elsewhere. */
  windowOpen(url: string): void {
    this.openHandler({
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'no-referrer' },
    });
  }

  send(channel: string, ...args: readonly unknown[]): void {
    // What cannot be copied is refused, whether or not the page is there.
    this.#window.sendToPage(channel, toText(args));
  }

  setZoomLevel(_level: number): void {
    // Chromium zooms its pages itself, and keeps that in its profile.
  }

  reload(): void {
    this.#window.reloadPage();
  }

  executeJavaScript(script: string): Promise<unknown> {
    return this.#window.inPage(script);
  }

  printToPDF({
    pageSize,
    preferCSSPageSize,
    printBackground,
    generateTaggedPDF,
  }: PrintOptions): Promise<Buffer> {
    return this.#window.print({
      format: pageSize,
      preferCSSPageSize,
      printBackground,
      tagged: generateTaggedPDF,
    });
  }
}
