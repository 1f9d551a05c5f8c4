// Updates as the menu starts them: dialogs of the system over the windows, and the desk that is open.
import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';
import type { DeskApplication } from '../application.ts';
import { updateWords, type UpdateLanguage } from './text.ts';
import { createUpdates, type UpdatePorts, type Updates } from './updates.ts';

type OpenDesk = Pick<DeskApplication, 'looks' | 'ask'>;

export interface OpenUpdates extends Updates {
  /** The desk that is open now. */
  follow(desk: OpenDesk): void;
}

/** True in a page that asks the person something. It only reads. */
const asksSomething = `document.querySelector('[role="dialog"], [role="alertdialog"]') !== null`;

/** True if one of the windows asks something. A page that gives no answer counts as asking. */
async function anyAsks(windows: readonly BrowserWindow[]): Promise<boolean> {
  const answers = windows.map(async (window) => {
    try {
      return (await window.webContents.executeJavaScript(asksSomething)) !== false;
    } catch {
      return !window.isDestroyed();
    }
  });
  return (await Promise.all(answers)).includes(true);
}

export function openUpdates({
  windows,
  ...ports
}: Pick<UpdatePorts, 'kind' | 'openFeed' | 'endWith' | 'log'> & {
  /** Every window, the one used last at the end. */
  readonly windows: () => readonly BrowserWindow[];
}): OpenUpdates {
  let desk: OpenDesk | undefined;
  const language = (): UpdateLanguage => desk?.looks().language ?? 'it';

  /** The number of the button that was pressed. */
  async function show(options: MessageBoxOptions): Promise<number> {
    const window = windows().at(-1);
    const { response } = await (window === undefined
      ? dialog.showMessageBox(options)
      : dialog.showMessageBox(window, options));
    return response;
  }

  const updates = createUpdates({
    ...ports,
    async tell(news, version) {
      const { buttons, ...words } = updateWords(news, version, language());
      await show({ type: 'info', title: 'Allinea', ...words, buttons: [...buttons] });
    },
    async ask(question, version) {
      const { buttons, ...words } = updateWords(question, version, language());
      // Return and Escape both choose the answer that changes nothing.
      const answer = { buttons: [...buttons], defaultId: 1, cancelId: 1, noLink: true };
      return (await show({ type: 'question', title: 'Allinea', ...words, ...answer })) === 0;
    },
    // A command that only waits for its turn goes after the next start.
    confirming: async () => (await desk?.ask('sending', null)) === true || anyAsks(windows()),
  });
  return {
    ...updates,
    follow(opened) {
      desk = opened;
    },
  };
}
