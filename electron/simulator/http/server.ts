// `npm run backend`: the simulator as a separate server on loopback, without Electron.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import type { Log } from '../../../core/ports.ts';
import { takeFolderLock } from '../../adapters/folder-lock.ts';
import { openLines } from '../../adapters/line-file.ts';
import { pause, systemClock, systemIds, systemScheduler } from '../../adapters/system.ts';
import { jsonFile } from '../state/json-file.ts';
import { addressOf, localOnly } from './local-only.ts';
import { openBackend } from '../open-backend.ts';
import { sampleAccount } from '../sample/sample.ts';

const host = '127.0.0.1';

const log: Log = {
  info: (event, data) => process.stdout.write(`${event} ${JSON.stringify(data ?? {})}\n`),
  error: (event, data) => process.stderr.write(`${event} ${JSON.stringify(data ?? {})}\n`),
};

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

function options(): { readonly port: number; readonly data: string; readonly limits: 'on' | 'off' } {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '8731' },
        data: { type: 'string', default: join('.cache', 'backend') },
        limits: { type: 'string', default: 'on' },
      },
    });
    const { data, limits } = values;
    const port = Number(values.port);
    if (Number.isInteger(port) && port >= 0 && port <= 65_535 && (limits === 'on' || limits === 'off'))
      return { port, data, limits };
  } catch {
    // Bad arguments: continues to the usage line below.
  }
  return fail('Uso: npm run backend -- [--port=8731] [--data=CARTELLA] [--limits=off]');
}

/** Another start has the folder. */
const exitTaken = 3;

/**
 * Two backends over one folder would overwrite each other's lines. The second one ends and touches nothing.
 */
function lockFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = takeFolderLock(join(folder, 'backend.lock'));
  if (!lock.taken) {
    const [pid = ''] = lock.owner.split(' ');
    process.stderr.write(
      `La cartella ${folder} è già in uso: la ha il processo ${pid} di questo computer. Niente è stato toccato.\n`,
    );
    process.exit(exitTaken);
  }
  process.on('exit', lock.release);
}

const { port, data, limits } = options();
lockFolder(data);
const { app, notice } = openBackend({
  store: jsonFile(join(data, 'backend.json'), systemClock),
  lines: openLines(join(data, 'backend.changes')),
  clock: systemClock,
  scheduler: systemScheduler,
  ids: systemIds,
  log,
  limits,
  gather: pause,
  clientOf: addressOf,
});
if (notice)
  process.stdout.write(
    `I dati non erano leggibili: conservati come ${notice.movedTo ?? 'sono'}; si riparte dall'esempio.\n`,
  );

const server = serve({ fetch: localOnly(app), hostname: host, port }, (address) => {
  process.stdout.write(
    `Backend simulato su http://${host}:${address.port}\nAccount di esempio: ${sampleAccount.username}, password ${sampleAccount.password}\nCtrl+C per chiudere.\n`,
  );
});

server.on('error', (error: NodeJS.ErrnoException) => {
  fail(
    error.code === 'EADDRINUSE'
      ? `La porta ${port} è già in uso: scegline un'altra con --port=`
      : `Il backend non parte: ${error.code ?? error.name}`,
  );
});

function stop(): void {
  server.close(() => process.exit(0));
  // Clients keep their connections open. Every answer that was sent is already durable.
  if ('closeAllConnections' in server) server.closeAllConnections();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
