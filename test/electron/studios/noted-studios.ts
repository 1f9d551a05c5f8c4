// Studios of a real folder whose application notes what happens to each of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { StudioEntry } from '../../../core/bridge/studios.ts';
import { err, ok } from '../../../core/kernel/result.ts';
import { callNames } from '../../../core/bridge/contract.ts';
import type { StudioApplication } from '../../../electron/application.ts';
import { openStudioApplication } from '../../../electron/studios/studio-application.ts';
import type { ReadStudioBytes } from '../../../electron/studios/read-in-thread.ts';
import { packStudio, readStudioFile } from '../../../electron/studios/studio-file.ts';
import { openStudios } from '../../../electron/studios/studios.ts';

/** Call it at the top of a test file: each test gets a folder of its own. Returns what opens the studios. */
export function givenManyStudios() {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'allinea-studios-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** An application for each studio that notes when it is opened and closed. */
  async function manyStudios(
    read: ReadStudioBytes = async ({ bytes }) => readStudioFile(bytes),
    first: string | null = null,
  ) {
    const studios = openStudios(folder);
    studios.create('own', 'Alba');
    studios.create('own', 'Bruni');
    const noted: string[] = [];
    let open = 0;
    let reads = false;
    const save = { path: '/copie/alba.allinea' as string | null, code: '' };
    let changed = (): void => undefined;
    const holds = (mine: boolean): void => {
      reads = !mine;
      changed();
    };
    const failing: ((error: Error) => void)[] = [];
    /** What happens while the next studio is just being opened. */
    const during: (() => void)[] = [];
    if (first !== null) during.push(() => holds(false));
    const addresses = new Map<string, string | null>();
    const application = await openStudioApplication(
      {
        studios,
        backends: {
          of: (id) => addresses.get(id) ?? null,
          choose: (id, address) => {
            addresses.set(id, address);
            noted.push(`${id} orders at ${address}`);
          },
        },
        compose: async ({ id, kind }: StudioEntry) => {
          if (id === 'broken') throw Object.assign(new Error('no'), { code: 'EACCES' });
          open += 1;
          noted.push(`open ${id} ${reads ? 'to read' : kind}, ${open} at once`);
          await Promise.resolve();
          during.shift()?.();
          return {
            handlers: {
              ...Object.fromEntries(callNames.map((name) => [name, () => `${id} ${name}`])),
              'access/sign-out': () => noted.push(`${id} access/sign-out`),
              // Fails, at once or when the studio is closed.
              'simulator/state': () => new Promise((_, fail) => failing.push(fail)),
            },
            submit: async (command: unknown) => noted.push(`${id} ${JSON.stringify(command)}`),
            onChanged: () => () => undefined,
            close: async () => {
              await Promise.resolve();
              for (const fail of failing.splice(0)) fail(new Error('closed'));
              open -= 1;
              noted.push(`close ${id}`);
            },
          } as unknown as StudioApplication;
        },
        reload: () => noted.push('reload'),
        now: () => 1,
        log: { info: () => undefined, error: () => undefined },
        join: async () => err({ reason: 'no-invitation' }),
        share: async () => err({ reason: 'server-not-started', code: 'none' }),
        user: 'anna',
        readStudio: read,
        packStudio: async ({ folder, studio }) => ({ ok: true, value: packStudio(folder, studio) }),
        saved: () => undefined,
        saveFile: async (name) => {
          noted.push(`save ${name}`);
          if (save.code !== '') return err({ reason: 'not-written', code: save.code });
          return ok(save.path === null ? null : { path: save.path });
        },
        hold: {
          other: () => (reads ? { computer: 'PC-ANNA', operator: 'Anna Ferri', since: 1 } : null),
          onChanged: (listener) => {
            changed = listener;
          },
        },
      },
      first,
    );
    return { studios, application, noted, holds, save, during, failing };
  }
  return manyStudios;
}
