// Several administrators of one studio, two servers and a database that fails, on one virtual time. In the
// end every desk has the rows of the server, and the server has what one desk alone would have made of the
// same commands in the same order.
import { setImmediate } from 'node:timers/promises';
import type { Command } from '../../../core/desk/command.ts';
import { ownDesk } from '../../../core/desk/rules/own-desk.ts';
import type { Host } from '../../../core/host/host.ts';
import type { HttpAnswer, HttpRequest } from '../../../core/ports.ts';
import { sharedToken } from '../../../core/host/shared/shared-exchange.ts';
import { createAnswering, type Answering } from '../../../core/shared/server/answer.ts';
import { createWatching, type Watching } from '../../../core/shared/server/watching.ts';
import { decideSent } from '../../../core/shared/server/decide-sent.ts';
import { stateAt } from '../../../core/shared/server/studio-state.ts';
import type { Paired } from '../../../core/shared/protocol.ts';
import type { StoredRow } from '../../../core/shared/studio-database.ts';
import { namedId, systemDigest } from '../../../electron/adapters/system.ts';
import { seededChance } from '../../../electron/simulator/faults/seeded-chance.ts';
import { noSignIn } from '../../support/no-sign-in.ts';
import { quietLog } from '../../support/counting-ids.ts';
import { memoryStudio, type StudioContent } from '../../support/memory-studio.ts';
import { exampleDetails, typedService } from '../../support/example-commands.ts';
import { virtualTime } from '../virtual-time.ts';
import type { Broken } from '../world.ts';
import { createSharedDesk, type SimulatedDesk } from './shared-desk.ts';
import { deskRows, differenceOf, serverRows, textOf } from './shared-rows.ts';
import type { Without } from '../invariant.ts';
import type { SharedInvariant } from './shared-invariants.ts';
import type { SharedSchedule, SharedStep, SharedWish } from './shared-schedule.ts';
import { createSharedVendor, vendorFirstRows, type SharedVendor } from './shared-vendor.ts';
import type { StudioWish } from './vendor-steps.ts';
import { cartWishes } from '../wishes/cart-wishes.ts';
import { orderWishes } from '../wishes/order-wishes.ts';
import { seatWishes } from '../wishes/seat-wishes.ts';
import type { Numbers, Wish } from '../wishes/wish.ts';

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
  const partitioned = new Set<number>();
  let fault: { readonly kind: 'lost' | 'reply-lost' | 'doubled' | 'slow'; times: number } | null = null;
  let inFlight = 0;

  async function ask(request: HttpRequest): Promise<HttpAnswer> {
    const server = servers[Math.floor(chance.next() * servers.length)] as Answering;
    const { status, body } = await server(request);
    return { kind: 'answer', status, headers: {}, body: JSON.stringify(body) };
  }
  const network =
    (from: number) =>
    async (request: HttpRequest): Promise<HttpAnswer> => {
      inFlight += 1;
      try {
        await after(5);
        if (partitioned.has(from)) return { kind: 'unreachable' };
        const kind = fault === null || fault.times <= 0 ? null : fault.kind;
        if (fault !== null) fault.times -= 1;
        if (kind === 'lost') return { kind: 'unreachable' };
        if (kind === 'slow') await after(10_000);
        const answers =
          kind === 'doubled' ? await Promise.all([ask(request), ask(request)]) : [await ask(request)];
        await after(5);
        // The answer of either may come back.
        return kind === 'reply-lost' || partitioned.has(from)
          ? { kind: 'no-answer' }
          : (answers.at(-1) as HttpAnswer);
      } finally {
        inFlight -= 1;
      }
    };

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
        network,
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
    for (let quiet = 0; quiet < (inFlight + (vendor?.inFlight() ?? 0) > 0 ? 2 : 1);) {
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
  let serial = true;

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
        if (step.on) partitioned.add(step.desk);
        else partitioned.delete(step.desk);
        return;
      case 'message':
        fault = { kind: step.fault, times: step.times };
        return;
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
    partitioned.clear();
    fault = null;
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
    const there = serverRows(content);
    for (const desk of desks) {
      const host = desk.host();
      if (host === null) {
        breaks('it always starts', `desk ${desk.number}`);
        continue;
      }
      const state = host.state();
      const waits = [...state.workspace.waiting.values()].filter(({ state: at }) => at === 'waiting');
      if (waits.length > 0)
        breaks(
          'nothing waits for ever',
          `desk ${desk.number}: ${JSON.stringify(waits[0])} ${host.snapshot().sync.link}`,
        );
      const here = deskRows(state);
      if (textOf(here) !== textOf(there))
        breaks('desks converge', `desk ${desk.number}: ${differenceOf(here, there)}`);
      if (textOf(deskRows(desk.screen)) !== textOf(here))
        breaks('the screen is the host', `desk ${desk.number}: ${differenceOf(deskRows(desk.screen), here)}`);
      const erased = [...erasedOnce].flatMap((id) => namesOf.get(id) ?? [id]);
      for (const [cid, text] of desk.given) {
        const logged = content.commands.get(cid);
        // Commands that name an erased person are kept by nobody. What a server refused before it was
        // restored stays in the tray.
        if (
          logged === undefined &&
          !text.includes('"person/erase"') &&
          erased.some((name) => text.includes(name))
        )
          continue;
        if (logged === undefined && state.workspace.waiting.get(cid)?.state !== 'refused')
          breaks('nothing given is lost', `${cid} of desk ${desk.number}`);
        if (logged?.outcome === 'refused' && state.workspace.waiting.get(cid)?.state !== 'refused')
          breaks('what is refused is shown', `${cid} of desk ${desk.number}`);
      }
    }
    const versions = [...content.commands.values()]
      .filter(({ outcome }) => outcome === 'applied')
      .map(({ version }) => version);
    if (new Set(versions).size !== versions.length) breaks('one version, one command', versions.join());
    vendor?.check(content);
    if (serial) await replaySerially(content);
  }

  /** The same commands in the same order, decided one after the other. */
  async function replaySerially(content: StudioContent): Promise<void> {
    const log = [...content.commands.values()]
      .filter(({ outcome }) => outcome === 'applied')
      .toSorted((a, b) => a.version - b.version);
    // What an erased person's commands were is gone.
    if (log.some(({ command }) => command === null)) return;
    const state = await stateAt(
      { head: { version: 1, epoch: 'serial', safeVersion: 0 }, rowsAfter: async () => first } as never,
      undefined,
    );
    const byCid = new Map(log.map((entry) => [entry.cid, entry]));
    const turns = [...content.turns];
    /** What the vendor said in between is not decided, but taken as it came. */
    const takeTurns = (until: number): void => {
      while ((turns[0]?.version ?? Infinity) < until) state.take(turns.shift()?.rows ?? []);
    };
    for (const entry of log) {
      takeTurns(entry.version);
      const member = content.desks.get(entry.client);
      if (member === undefined) continue;
      const decided = await decideSent(
        state,
        { id: entry.client, ...member },
        { ...entry, command: entry.command },
        {
          ids: { named: namedId },
          log: quietLog,
          today: entry.day,
          logged: async (cid) => byCid.get(cid),
        },
      );
      if (!decided.result.ok)
        return breaks('a serial replay gives the same', `${entry.cid}: ${decided.result.error.reason}`);
      state.take(
        decided.result.value.map(({ table, id, value }) => ({ table, id, value, version: entry.version })),
      );
    }
    takeTurns(Infinity);
    const replayed = deskRows(state.at('2026-11-28' as never));
    if (textOf(replayed) !== textOf(serverRows(content)))
      breaks('a serial replay gives the same', differenceOf(replayed, serverRows(content)));
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
  serial = false;
  const commands = [...database.content().commands.values()];
  return {
    broken,
    commands: commands.length,
    refused: commands.filter(({ outcome }) => outcome === 'refused').length,
    orders: vendor?.orders() ?? 0,
    takings: database.content().link.fence,
  };
}

const studioWishes: Readonly<Record<StudioWish, Wish>> = { ...cartWishes, ...orderWishes, ...seatWishes };

/** Something that a person wants of a studio with a vendor. */
function studioWish(host: Host, what: StudioWish, numbers: Numbers): void {
  for (const command of studioWishes[what](numbers)) {
    const made = command(host.state());
    if (made !== undefined) host.submit(made);
  }
}

/** Something that a person of any desk may want. Others may have changed the same rows meanwhile. */
function wish(host: Host, what: SharedWish, number: number): void {
  const { workspace, replica } = host.state();
  const pick = <T>(rows: ReadonlyMap<string, T>): T | undefined =>
    [...rows.values()][number % Math.max(1, rows.size)];
  const person = pick(workspace.people);
  const service = pick(replica.services);
  const submit = (command: unknown): unknown => host.submit(command as Command);
  switch (what) {
    case 'add-person':
      // Few addresses: two desks want the same one.
      return void submit({
        type: 'person/add',
        details: { ...exampleDetails, email: `p${number % 40}@x.it`, familyName: `P${number % 40}` },
      });
    case 'change-person':
      if (person !== undefined)
        submit({
          type: 'person/change',
          personId: person.id,
          details: {
            ...exampleDetails,
            email: person.email,
            givenName: `Nome ${number}`,
            familyName: person.familyName,
          },
        });
      return;
    case 'add-client':
      return void submit({ type: 'client/add', name: `Cliente ${number % 7}`, vatCode: '02342520158' });
    case 'record-service':
      return void submit({
        type: 'register/record',
        asOf: '2026-11-24',
        entries: [
          {
            ...typedService,
            details: {
              ...typedService.details,
              users: [{ quantity: 1 + (number % 5), expiry: null }],
              ...(number % 3 === 0 && { holder: `Ditta ${number % 5}`, vatCode: undefined }),
            },
          },
        ],
      });
    case 'need':
      if (person !== undefined && service !== undefined)
        submit({ type: 'seat/need', serviceId: service.id, personIds: [person.id], needed: number % 4 > 0 });
      return;
    case 'assign':
      if (person !== undefined && service !== undefined)
        submit({ type: 'seat/assign', serviceId: service.id, personIds: [person.id] });
      return;
    case 'free': {
      const seat = pick(workspace.seats);
      if (seat !== undefined)
        submit({ type: 'seat/free', serviceId: seat.serviceId, personIds: [seat.personId] });
      return;
    }
    case 'note':
      if (person !== undefined) submit({ type: 'person/note', personId: person.id, text: `Nota ${number}` });
      return;
    case 'undo':
      host.undo();
      return;
    case 'redo':
      host.redo();
      return;
    case 'erase':
      if (person !== undefined && number % 5 === 0) submit({ type: 'person/erase', personId: person.id });
      return;
  }
}
