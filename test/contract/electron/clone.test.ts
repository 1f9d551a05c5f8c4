// 4: the table of copies over the fake, and the stand-in's text against the engine's own structured clone.
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { fromText, toText } from '../../../electron/stand-in/clone-text.ts';
import { BrowserWindow, ipcRenderer, mainProcess } from '../../support/fake-electron.ts';
import { cloneTable, describe as described, evaluate, type CloneShell } from './clone-table.ts';

const usual = mainProcess.answers;
afterEach(() => {
  mainProcess.answers = usual;
});

const fake: CloneShell = {
  async toMain(source) {
    let got = '';
    mainProcess.answers = (_channel, payload) => (got = described(payload));
    await ipcRenderer.invoke('probe', evaluate(source));
    return got;
  },
  async reply(value) {
    mainProcess.answers = () => value;
    return described(await ipcRenderer.invoke('probe'));
  },
  async event(value) {
    const window = new BrowserWindow();
    try {
      window.webContents.send('probe', value);
      return described((window.sent.at(-1) as readonly unknown[])[1]);
    } finally {
      window.destroy();
    }
  },
};

describe('what crosses the fake is copied as Electron copies', () => {
  // One after the other: there is one main process.
  const inTurn: CloneShell = {
    toMain: (source) => queue(() => fake.toMain(source)),
    reply: (value) => queue(() => fake.reply(value)),
    event: (value) => queue(() => fake.event(value)),
  };
  let last: Promise<unknown> = Promise.resolve();
  function queue(task: () => Promise<string>): Promise<string> {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  }
  test.each(Object.entries(cloneTable))('%s', (_, run) => run(inTurn));
});

test('the text of the stand-in is what a structured clone is, for any data', () => {
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withNullPrototype: true,
  });
  fc.assert(
    fc.property(anything, (value) => {
      expect(described(fromText(toText(value)))).toBe(described(structuredClone(value)));
    }),
    { numRuns: 300 },
  );
});
