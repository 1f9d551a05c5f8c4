// `npm run studio -- COMMAND`: what whoever runs the server of shared studios can ask for.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ownDesk } from '../../core/desk/rules/own-desk.ts';
import { sharedRoles, type SharedRole } from '../../core/desk/rows/shared-rows.ts';
import { allRows, type WorkspaceChange, type WorkspaceRows } from '../../core/desk/rows/state.ts';
import { romeDay } from '../../core/kernel/day.ts';
import type { Log } from '../../core/ports.ts';
import { systemClock, systemIds } from '../adapters/system.ts';
import { foldStudio } from '../backups/fold-studio.ts';
import { filesOf } from '../backups/read-backup.ts';
import { invitationLink } from '../../core/shared/invitation.ts';
import { readBackendAddress } from '../studios/backend-addresses.ts';
import { sampleStudio } from '../sample/sample-studio.ts';
import { readStudioFile } from '../studios/studio-file.ts';
import type { AutomaticBackups } from './automatic-backups.ts';
import type { Exchanging } from './exchanging.ts';
import { backUp, createStudio, endAccess, invite, restore, type Backup } from './administration.ts';
import { serveStudios, type Certificate, type Serving } from './serve.ts';
import type { ServingSql, Sql } from './sql.ts';

const usage = `npm run studio                            serve
npm run studio -- create NOME [--from FILE.allinea]
npm run studio -- create NOME --sample [--backend=URL]  (lo studio di esempio, con il fornitore simulato)
npm run studio -- invite STUDIO ACCOUNT NOME RUOLO   (${sharedRoles.join(', ')})
npm run studio -- end STUDIO ACCOUNT                 fine dell’accesso
npm run studio -- list
npm run studio -- backup FILE
npm run studio -- restore FILE
opzioni: --address=https://NOME:8741 (come lo chiamano gli altri computer)
         --port=8741 --host=127.0.0.1 --cert=FILE --key=FILE --data=CARTELLA`;

const options = {
  from: { type: 'string' },
  port: { type: 'string', default: '8741' },
  host: { type: 'string', default: '127.0.0.1' },
  cert: { type: 'string' },
  key: { type: 'string' },
  data: { type: 'string', default: '.studio' },
  address: { type: 'string' },
  sample: { type: 'boolean', default: false },
  backend: { type: 'string' },
} as const;

export interface StudioOrder {
  readonly command: string;
  readonly words: readonly string[];
  readonly from: string | undefined;
  readonly port: number;
  readonly host: string;
  readonly data: string;
  /** A sample, with a simulated vendor at this address. Null: inside the server. */
  readonly sample: { readonly backend: string | null } | null;
  /** What the desks call the server. */
  readonly address: string;
  readonly certificate: Certificate;
}

/** Thrown with a sentence for whoever typed the command. */
export class BadOrder extends Error {}

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/** Reads the command line. Throws BadOrder. */
export function readOrder(argv: readonly string[]): StudioOrder {
  let read;
  try {
    read = parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch {
    throw new BadOrder(usage);
  }
  const { from, port, host, cert, key, data, address, sample, backend } = read.values;
  const [command = 'serve', ...words] = read.positionals;
  if (!/^\d{1,5}$/.test(port)) throw new BadOrder('--port: serve un numero');
  if ((cert === undefined) !== (key === undefined)) throw new BadOrder('Servono --cert e --key insieme');
  if (cert === undefined && !loopback.has(host))
    throw new BadOrder(
      'Fuori da questo computer servono --cert e --key: senza, i codici viaggerebbero leggibili',
    );
  const certificate =
    cert === undefined || key === undefined ? null : { cert: readFileSync(cert), key: readFileSync(key) };
  const own = `${certificate === null ? 'http' : 'https'}://${host}:${port}`;
  const backendUrl = backend === undefined ? null : readBackendAddress(backend);
  if (backendUrl === undefined || (sample && from !== undefined) || (!sample && backendUrl !== null))
    throw new BadOrder(usage);
  const vendor = sample ? { backend: backendUrl } : null;
  return {
    command,
    words,
    from,
    sample: vendor,
    port: Number(port),
    host,
    data,
    certificate,
    address: address ?? own,
  };
}

/** The first rows of a studio: those of a studio file, or none but its name. */
function firstRows(name: string, from: string | undefined): readonly WorkspaceChange[] {
  if (from === undefined) return ownDesk(name);
  const read = readStudioFile(readFileSync(from));
  if (!read.ok || read.value.kind !== 'own')
    throw new BadOrder(`${from} non è il file di uno studio proprio, senza frase di accesso`);
  return allRows<WorkspaceRows>(foldStudio(filesOf(read.value)).tables);
}

const isRole = (text: string | undefined): text is SharedRole =>
  (sharedRoles as readonly (string | undefined)[]).includes(text);

const needed = (word: string | undefined): string => {
  if (word === undefined || word === '') throw new BadOrder(usage);
  return word;
};

/** What serving needs. */
export interface Begun {
  readonly sql: ServingSql;
  readonly backups: AutomaticBackups;
  readonly exchanging: Exchanging;
}

/** Carries out a command. Serving returns what ends it; everything else returns what to print. */
export async function carryOutOrder(
  sql: Sql,
  begin: () => Promise<Begun>,
  { command, words, from, sample, port, host, certificate, address }: StudioOrder,
  log: Log,
): Promise<string | Serving> {
  const [first, second, third, fourth] = words;
  switch (command) {
    case 'serve':
      return serveStudios({
        ...(await begin()),
        clock: systemClock,
        log,
        host,
        port,
        certificate,
      });
    case 'create': {
      const name = needed(first);
      if (sample === null) return createStudio(sql, systemIds, { name, rows: firstRows(name, from) });
      const rows = sampleStudio(romeDay(systemClock.now()));
      return createStudio(sql, systemIds, { name, rows, vendor: { address: sample.backend } });
    }
    case 'invite': {
      if (!isRole(fourth)) throw new BadOrder(usage);
      const studio = needed(first);
      const code = await invite(sql, studio, { account: needed(second), name: needed(third), role: fourth });
      return invitationLink({ address, studio, code, fingerprint: null });
    }
    case 'end':
      return (await endAccess(sql, needed(first), needed(second)))
        ? 'fatto'
        : 'nessun membro con questo nome';
    case 'list': {
      const studios = await sql.query<{ id: string; name: string; version: number }>(
        'select id, name, version from studio order by name',
      );
      return studios.map(({ id, name, version }) => `${id}  ${name}  ${version}`).join('\n');
    }
    case 'backup': {
      const file = needed(first);
      // The desks let go of their commands only when the backup is on the disk.
      await backUp(sql, systemClock, (backup) =>
        writeFileSync(file, JSON.stringify(backup), { mode: 0o600, flush: true }),
      );
      return file;
    }
    case 'restore': {
      const backup = JSON.parse(readFileSync(needed(first), 'utf8')) as Partial<Backup>;
      if (backup.kind !== 'allinea-studio-server' || backup.tables === undefined)
        throw new BadOrder('Il file non è una copia di un server di Allinea');
      await restore(sql, backup as Backup, { ids: systemIds, clock: systemClock });
      return 'fatto';
    }
    default:
      throw new BadOrder(usage);
  }
}
