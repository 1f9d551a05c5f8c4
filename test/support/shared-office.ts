// A shared studio of one's own with its server in memory, and the desk of each member.
import type { Command, Refusal } from '../../core/desk/command.ts';
import type { Made } from '../../core/desk/made.ts';
import type { SharedRole, WaitingCommand } from '../../core/desk/rows/shared-rows.ts';
import { ownDesk } from '../../core/desk/rules/own-desk.ts';
import { openHost, type Host } from '../../core/host/host.ts';
import { joinedStudio } from '../../core/host/shared/joined-studio.ts';
import { sharedToken } from '../../core/host/shared/shared-exchange.ts';
import { finish } from '../../core/kernel/steps.ts';
import type { Result } from '../../core/kernel/result.ts';
import { createAnswering } from '../../core/shared/server/answer.ts';
import { createWatching } from '../../core/shared/server/watching.ts';
import { namedId, systemDigest } from '../../electron/adapters/system.ts';
import { countingIds, quietLog } from './counting-ids.ts';
import { fakeClock } from './fake-clock.ts';
import { manualScheduler } from './manual-scheduler.ts';
import { memoryEnd } from './memory-end.ts';
import { memoryLines } from './memory-lines.ts';
import { memoryStore } from './memory-store.ts';
import { memoryStudio } from './memory-studio.ts';
import { noDesktop } from './no-desktop.ts';
import { noSignIn } from './no-sign-in.ts';
import { memorySecrets } from './scripted-vendor.ts';

export interface OfficeDesk {
  readonly host: () => Host;
  /** A new process on the same files. */
  restart(): void;
  /** Sends what waits, and reads what is new. */
  sync(): Promise<void>;
  /** Whether it reaches the server. */
  connected(on: boolean): void;
  /** Somebody gives the member another role. The desk hears of it with its next exchange. */
  becomes(role: SharedRole): Promise<void>;
  give(command: Command): Made;
  refused(): readonly WaitingCommand[];
  again(id: string, instead?: Command): Result<null, Refusal>;
  workspace(): ReturnType<Host['state']>['workspace'];
}

const rest = async (): Promise<void> => {
  for (let step = 0; step < 100; step += 1) await new Promise((done) => setImmediate(done));
};

/** The desks of members, by name. They have read the studio. */
export async function sharedOffice<N extends string>(
  roles: Readonly<Record<N, SharedRole>>,
  clock = fakeClock(),
): Promise<Readonly<Record<N, OfficeDesk>>> {
  const scheduler = manualScheduler(clock);
  const names = Object.keys(roles) as N[];
  const rows = ownDesk('Studio Marchetti').map((row) => ({ ...row, version: 1 }));
  const memberOf = (name: N) => ({ account: name, name, role: roles[name] });
  const database = memoryStudio(
    {
      rows: new Map(rows.map((row) => [`${row.table} ${row.id}`, row])),
      invited: new Map(names.map((name) => [systemDigest(`code-${name}`), memberOf(name)])),
    },
    { pause: async () => undefined },
  );
  const ids = { next: () => 'stamp', named: namedId };
  const server = { database, clock, scheduler, ids, log: quietLog };
  const answer = createAnswering({
    ...server,
    digest: systemDigest,
    signIn: noSignIn,
    watching: createWatching(server),
  });

  async function open(name: N, number: number): Promise<OfficeDesk> {
    const client = `01930000-0000-7000-8000-00000000000${number}`;
    const token = `token-${name}-`.padEnd(64, 'x');
    const hashes = { codeHash: systemDigest(`code-${name}`), tokenHash: systemDigest(token) };
    await database.pair('studio', { ...hashes, client, computer: '', now: clock.now() });
    const secrets = memorySecrets();
    secrets.write(sharedToken, token);
    const journal = [memoryLines(), memoryLines()] as const;
    const kept = { workspace: memoryStore(), backup: memoryStore(), replica: memoryStore() };
    const stores = { ...kept, journal, end: memoryEnd() } as never;
    let starts = 0;
    let online = true;
    const start = (): Host =>
      finish(
        openHost({
          clock,
          scheduler: manualScheduler(clock),
          rng: { next: () => 0.5 },
          ids: countingIds(100 * number + (starts += 1)),
          digest: systemDigest,
          log: quietLog,
          fetch: null,
          account: null,
          secrets,
          user: name,
          desktop: noDesktop,
          stores,
          server: () => async (request) => {
            if (!online) return { kind: 'unreachable' };
            const { status, body } = await answer(request);
            return { kind: 'answer', status, headers: {}, body: JSON.stringify(body) };
          },
        }),
      );
    const at = { address: 'http://server', fingerprint: null, studio: 'studio' };
    start().seed([], () => joinedStudio({ client, ...memberOf(name) }, at));
    let host = start();
    const desk: OfficeDesk = {
      host: () => host,
      restart() {
        host = start();
      },
      async sync() {
        await host.syncNow();
        await rest();
      },
      connected(on) {
        online = on;
      },
      becomes: (role) =>
        database.transaction(async (start) => {
          const known = [...start.desks].map(
            ([id, one]) => [id, one.name === name ? { ...one, role } : one] as const,
          );
          return [{ ...start, desks: new Map(known) }, undefined];
        }),
      give(command) {
        const given = host.submit(command);
        if (!given.ok) throw new Error(JSON.stringify(given.error));
        return given.value;
      },
      refused: () => [...desk.workspace().waiting.values()].filter(({ state }) => state === 'refused'),
      again: (id, instead) => host.shared.again(id, instead),
      workspace: () => host.state().workspace,
    };
    await desk.sync();
    return desk;
  }
  const desks: [N, OfficeDesk][] = [];
  for (const [index, name] of names.entries()) desks.push([name, await open(name, index + 1)]);
  return Object.fromEntries(desks) as Record<N, OfficeDesk>;
}
