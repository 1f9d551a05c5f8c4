// Several administrators of one studio, two servers and a database that fails, on one virtual time. In the
// end every desk has the rows of the server, and the server has what one desk alone would have made of the
// same commands in the same order.
import { setImmediate } from 'node:timers/promises';
import { ownDesk } from '../../../core/desk/rules/own-desk.ts';
import { sharedToken } from '../../../core/host/shared/shared-exchange.ts';
import { createAnswering, type Answering } from '../../../core/shared/server/answer.ts';
import { createWatching, type Watching } from '../../../core/shared/server/watching.ts';
import type { Paired } from '../../../core/shared/protocol.ts';
import type { StoredRow } from '../../../core/shared/studio-database.ts';
import { namedId, systemDigest } from '../../../electron/adapters/system.ts';
import { seededChance } from '../../../electron/simulator/faults/seeded-chance.ts';
import { noSignIn } from '../../support/no-sign-in.ts';
import { quietLog } from '../../support/counting-ids.ts';
import { memoryStudio, type StudioContent } from '../../support/memory-studio.ts';
import { virtualTime } from '../virtual-time.ts';
import type { Broken } from '../world.ts';
import { createSharedDesk, type SimulatedDesk } from './shared-desk.ts';
import type { Without } from '../invariant.ts';
import { checkDesks, replaySerially } from './shared-end.ts';
import type { SharedInvariant } from './shared-invariants.ts';
import { createSharedNetwork } from './shared-network.ts';
import type { SharedSchedule, SharedStep } from './shared-schedule.ts';
import { createSharedVendor, vendorFirstRows, type SharedVendor } from './shared-vendor.ts';
import { studioWish, wish } from './shared-wishes.ts';

const mostAtOnce = 5000;

export async function runSharedSchedule(
  schedule: SharedSchedule,
  { without }: Without = {},
): Promise<{
  readonly broken: Broken | undefined;
  readonly commands: number;
  readonly refused: number;
  /** Orders that the vendor took, and how often a lease was taken. */
  readonly orders: number;
  readonly takings: number;
}> {
  const chance = seededChance(schedule.seed + 3);
  let happened = 0;
  const touched = (): void => {
    happened += 1;
  };
  const time = virtualTime(Date.parse('2026-11-28T09:00:00Z'), touched);
  const world = {};
  const worldTimer = time.scheduler(world);
  const after = (ms: number): Promise<void> =>
    new Promise((resume) => {
      worldTimer.after(ms, resume);
    });
  let broken: Broken | undefined;
  const breaks = (invariant: SharedInvariant, detail: string): void => {
    if (invariant !== without) broken ??= { invariant, detail };
  };

  const tokenOf = (number: number): string => `token-${number}-`.padEnd(64, 'x');
  const firstRows = schedule.vendor === true ? vendorFirstRows(time.now()) : ownDesk('Studio Marchetti');
  const first: StoredRow[] = firstRows.map(({ table, id, value }) => ({
    table,
    id,
    version: 1,
    value,
  }));
  const database = memoryStudio(
    {
      rows: new Map(first.map((row) => [`${row.table} ${row.id}`, row])),
      invited: new Map(
        Array.from({ length: schedule.desks }, (_, number) => [
          systemDigest(`code-${number}-`.padEnd(30, 'x')),
          {
            account: `account-${number}`,
            name: `Persona ${number}`,
            role: number === 0 ? 'administer' : 'order',
          } as const,
        ]),
      ),
    },
    { pause: () => after(1 + Math.floor(chance.next() * 20)) },
  );
  let vendor: SharedVendor | null = null;
  /** The database tells every server that the studio has changed. News can be lost. */
  function told(studio: string): void {
    for (const watching of watchings) if (chance.next() < 0.9) watching.changed(studio);
    if (vendor === null) return;
    for (const server of servers.keys()) if (chance.next() < 0.9) vendor.changed(server);
  }
  /** Each server has desks that wait for news. The database tells all of them, but news can be lost. */
  const watchings: Watching[] = [];
  let stamps = 0;
  const answering = (): Answering => {
    const own = createWatching({
      database,
      clock: { now: () => time.now() },
      scheduler: worldTimer,
      ids: { next: () => `stamp-${(stamps += 1)}` },
      log: quietLog,
    });
    watchings.push(own);
    return createAnswering({
      database,
      clock: { now: () => time.now() },
      ids: { named: namedId },
      digest: systemDigest,
      signIn: noSignIn,
      log: {
        ...quietLog,
        error: (event, data) => {
          if (event === 'shared.command-broken')
            breaks('no command breaks the program', JSON.stringify(data));
        },
      },
      watching: {
        ...own,
        changed: told,
      },
      // A pull has several pages.
      pageRows: 4,
    });
  };
  const servers: Answering[] = [answering(), answering()];
  if (schedule.vendor === true) {
    vendor = createSharedVendor({
      database,
      time,
      chance: seededChance(schedule.seed + 5),
      touched,
      breaks,
      told: () => told('studio'),
    });
    for (const server of servers.keys()) vendor.start(server);
  }
  const network = createSharedNetwork({ after, chance, servers });

  /** What has ever named a person, by their id. */
  const namesOf = new Map<string, string[]>();
  /** Who was erased, also in a past that a restore took back: what named them is forgotten all the same. */
  const erasedOnce = new Set<string>();
  const noteErased = (): void => {
    for (const { table, id } of database.content().rows.values()) if (table === 'erased') erasedOnce.add(id);
  };
  const desks: SimulatedDesk[] = [];
  for (let number = 0; number < schedule.desks; number += 1) {
    const paired: Omit<Paired, 'studioName'> = {
      client: `01930000-0000-7000-8000-00000000000${number}`,
      account: `account-${number}`,
      name: `Persona ${number}`,
      role: number === 0 ? 'administer' : 'order',
    };
    desks.push(
      createSharedDesk({
        number,
        seed: schedule.seed,
        time,
        network: (from) => network.from(from),
        paired,
        token: tokenOf(number),
        touched,
        met: ({ id, email, givenName, familyName }) =>
          namesOf.set(id, [...(namesOf.get(id) ?? [id]), email, `${givenName} ${familyName}`]),
      }),
    );
  }
  const deskAt = (number: number): SimulatedDesk => desks[number % desks.length] as SimulatedDesk;

  async function rest(): Promise<void> {
    const limit = happened + mostAtOnce;
    for (let quiet = 0; quiet < (network.inFlight() + (vendor?.inFlight() ?? 0) > 0 ? 2 : 1);) {
      const before = happened;
      await setImmediate();
      quiet = happened === before ? quiet + 1 : 0;
      if (happened > limit) throw new Error('It goes round in circles');
    }
  }
  async function runDue(until: number): Promise<void> {
    await rest();
    for (let run = time.takeDue(until), count = 0; run !== undefined; run = time.takeDue(until), count += 1) {
      if (count > mostAtOnce) throw new Error('Timers without end');
      run();
      await rest();
    }
    if (time.now() < until) time.jump(until - time.now());
  }

  let backup: StudioContent | null = null;
  let restores = 0;

  async function run(step: SharedStep): Promise<void> {
    switch (step.do) {
      case 'wish':
        deskAt(step.desk).act((host) => wish(host, step.wish, step.number));
        return;
      case 'wait':
        return runDue(time.now() + step.ms);
      case 'kill':
        return deskAt(step.desk).kill();
      case 'start':
        return deskAt(step.desk).start();
      case 'quit':
        void deskAt(step.desk).quit();
        return runDue(time.now() + 40_000);
      case 'wake':
        return deskAt(step.desk).act((host) => void host.syncNow());
      case 'crash':
        return deskAt(step.desk).crashAt(step.step, step.moment);
      case 'partition':
        return network.partition(step.desk, step.on);
      case 'message':
        return network.fail(step.fault, step.times);
      case 'server-restarts':
        servers[step.server] = answering();
        vendor?.start(step.server);
        return;
      case 'server-stopped':
        return vendor?.stop(step.server, step.ms);
      case 'order-interrupted':
        return vendor?.interrupt(step.how);
      case 'vendor-message':
        return vendor?.message(step.fault, step.times);
      case 'register-payment':
        await vendor?.registerPayment(step.number);
        return;
      case 'studio-wish':
        return deskAt(step.desk).act((host) => studioWish(host, step.wish, step.numbers));
      case 'commit-fails':
        return database.failNext(step.failure);
      case 'back-up':
        backup = database.backedUp();
        return;
      case 'restore':
        if (backup === null) return;
        restores += 1;
        noteErased();
        database.restore(backup, `restored-${restores}`);
        vendor?.restored();
        return;
      case 'copy-folder': {
        const [from, to] = [deskAt(step.from), deskAt(step.to)];
        if (from === to) return;
        to.kill();
        for (const path of to.machine.files.paths()) to.machine.files.erase(path);
        for (const [path, text] of from.machine.files.copy()) to.machine.files.put(path, text);
        // What was only there is gone with its folder.
        to.takes(from.given);
        to.secrets.write(sharedToken, from.secrets.read(sharedToken));
        return;
      }
      case 'clock':
        return deskAt(step.desk).setClock(step.ms);
    }
  }

  /** The quiet period: no faults, all programs run, and time passes for all that waits. */
  async function settle(): Promise<void> {
    network.calm();
    vendor?.calm();
    for (const desk of desks) {
      desk.calm();
      if (desk.host() === null) desk.start();
    }
    for (let round = 0; round < 4; round += 1) {
      await runDue(time.now() + 65_000);
      for (const desk of desks) desk.act((host) => void host.syncNow());
    }
    await runDue(time.now() + 20_000);
  }

  async function atEnd(): Promise<void> {
    noteErased();
    const content = database.content();
    checkDesks(content, { desks, named: [...erasedOnce].flatMap((id) => namesOf.get(id) ?? [id]), breaks });
    vendor?.check(content);
    await replaySerially(content, { first, breaks });
  }

  try {
    for (const number of desks.keys()) {
      const code = `code-${number}-`.padEnd(30, 'x');
      const pairing = database.pair('studio', {
        codeHash: systemDigest(code),
        client: `01930000-0000-7000-8000-00000000000${number}`,
        tokenHash: systemDigest(tokenOf(number)),
        computer: '',
        now: time.now(),
      });
      await runDue(time.now() + 100);
      await pairing;
    }
    for (const desk of desks) desk.start();
    void vendor?.signIn();
    await runDue(time.now() + 1000);
    for (const step of schedule.steps) {
      if (broken !== undefined) break;
      if ('wish' in step && deskAt(step.desk).host() === null) deskAt(step.desk).start();
      await run(step);
      await rest();
    }
    if (broken === undefined) await settle();
    if (broken === undefined) await atEnd();
  } catch (error) {
    breaks('nothing is thrown', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const commands = [...database.content().commands.values()];
  return {
    broken,
    commands: commands.length,
    refused: commands.filter(({ outcome }) => outcome === 'refused').length,
    orders: vendor?.orders() ?? 0,
    takings: database.content().link.fence,
  };
}
