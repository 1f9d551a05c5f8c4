// All machines on one time. Runs the steps, waits after each until nothing happens any more, and tells the
// invariants what happened.
import { setImmediate } from 'node:timers/promises';
import type { Command } from '../../core/desk/command.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import { cartConflicts, cartsToSend } from '../../core/desk/cart/cart-standing.ts';
import { romeDay } from '../../core/kernel/day.ts';
import type { Fetch } from '../../core/ports.ts';
import type { ProcessedCommand } from '../../electron/simulator/state/state.ts';
import { sampleAccount } from '../../electron/simulator/sample/sample.ts';
import type { Client } from './client.ts';
import { createClient } from './create-client.ts';
import type { Invariant, Moments, Scene } from './invariant.ts';
import type { Machine, Schedule, Step } from './schedule.ts';
import { smallDesk, smallVendor } from './small-vendor.ts';
import { createTrace, rowsTold } from './trace.ts';
import { createVendor } from './vendor.ts';
import { virtualTime } from './virtual-time.ts';
import { commandsOf } from './wishes/wishes.ts';

export interface Broken {
  readonly invariant: string;
  readonly detail: string;
}

/** More than any schedule needs between two steps. Beyond it the program runs in circles. */
const mostAtOnce = 3000;

export function createWorld(schedule: Schedule, invariants: readonly Invariant[], verbose = false) {
  let happened = 0;
  const touched = (): void => {
    happened += 1;
  };
  const trace = createTrace(verbose);
  const time = virtualTime(Date.parse(schedule.start), touched);
  const clients: Client[] = [];
  const lost = new Map<string, ProcessedCommand>();
  let broken: Broken | undefined;
  let inFlight = 0;

  const scene = (name: string): Scene => ({
    clients,
    now: time.now,
    vendor: () => vendor.memory(),
    lost,
    broken(detail) {
      broken ??= { invariant: name, detail };
    },
  });
  const watching = invariants.map((invariant) => invariant.watch(scene(invariant.name)));
  /** Who watches a moment. Most invariants watch one or two of the ten. */
  const watchers = new Map<keyof Moments, readonly ((...what: never[]) => void)[]>();
  const tell = <M extends keyof Moments>(moment: M, ...what: Parameters<Moments[M]>): void => {
    let watch = watchers.get(moment);
    if (watch === undefined) {
      watch = watching.flatMap((one) => one[moment] ?? []);
      watchers.set(moment, watch);
    }
    for (const one of watch) (one as (...args: Parameters<Moments[M]>) => void)(...what);
  };

  const vendor = createVendor({
    time,
    first: smallVendor(romeDay(time.now())),
    touched,
    saved(before, after) {
      trace.add(`vendor saved ${after.lastChange}`);
      if (before.epoch !== after.epoch)
        for (const command of before.commands)
          if (after.commands.get(command.processed.key) === undefined)
            lost.set(command.processed.key, command);
      tell('vendorSaved', before, after);
    },
  });

  /** The way to the vendor. Its pages have the schedule's size, whatever size was asked for. */
  const network: Fetch = async (request) => {
    inFlight += 1;
    try {
      return await vendor.ask({
        ...request,
        path: request.path.replace(/size=\d+/, `size=${schedule.pageSize}`),
      });
    } finally {
      inFlight -= 1;
    }
  };

  const moments: Moments = {
    saved: (client, changes) => {
      const { all, few } = rowsTold(changes);
      trace.add(`${client.number} saved ${all}`, `${client.number} saved ${few}`);
      tell('saved', client, changes);
    },
    replicaSaved: (client, document) => {
      trace.add(`${client.number} replica ${document.cursor}`);
      tell('replicaSaved', client, document);
    },
    shown: (client, event) => {
      trace.add(`${client.number} shows ${event.revision} ${event.sync.link}`);
      tell('shown', client, event);
    },
    submitted: (client, command, result) => {
      trace.add(`${client.number} ${command.type} ${result.ok ? 'ok' : result.error.reason}`);
      tell('submitted', client, command, result);
    },
    sent: (client, request) => {
      trace.add(
        `${client.number} > ${request.method} ${request.path} ${request.headers['idempotency-key'] ?? ''}`,
      );
      tell('sent', client, request);
    },
    answered: (client, request, answer) => {
      trace.add(
        `${client.number} < ${request.path} ${answer.kind === 'answer' ? `${answer.status} ${answer.body.slice(0, 40)}` : answer.kind}`,
      );
      tell('answered', client, request, answer);
    },
    started: (client, before) => {
      trace.add(`${client.number} started`);
      tell('started', client, before);
    },
    vendorSaved: () => undefined,
    afterStep: () => tell('afterStep'),
    atEnd: () => tell('atEnd'),
  };

  for (const [number, skewMs] of schedule.skews.entries())
    clients.push(createClient({ number, skewMs, time, network, moments, touched }));

  /** Waits until nothing happens any more at this moment of virtual time. */
  async function rest(): Promise<void> {
    const limit = happened + mostAtOnce;
    let quiet = 0;
    while (quiet < (inFlight > 0 ? 2 : 1)) {
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
  }

  const clientOf = (number: number): Client => {
    const client = clients[number % clients.length];
    if (client === undefined) throw new Error('No client');
    return client;
  };
  const machineOf = (machine: Machine) => (machine === 'vendor' ? vendor : clientOf(machine));

  /** If a person wants something of a program that is down, starts it and waits for its window. */
  async function present(step: Step): Promise<void> {
    if (
      step.do !== 'wish' &&
      step.do !== 'undo' &&
      step.do !== 'redo' &&
      step.do !== 'sync' &&
      step.do !== 'sign-in' &&
      step.do !== 'sign-out'
    )
      return;
    const client = clientOf(step.client);
    if (client.host() !== null) return;
    client.start();
    await runDue(time.now());
  }

  const post = (path: string, body: object) =>
    vendor.ask({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      timeoutMs: 10_000,
    });

  function want(client: Client, commandOf: (state: AppState) => Command | undefined): void {
    const command =
      client.host() !== null && client.shown.workspace.firm.size > 0 ? commandOf(client.state()) : undefined;
    if (command !== undefined) client.submit(command);
  }

  function begin(step: Step): void {
    switch (step.do) {
      case 'wish': {
        const client = clientOf(step.client);
        for (const commandOf of commandsOf(step.wish, step.numbers)) {
          want(client, commandOf);
        }
        return;
      }
      case 'undo':
      case 'redo':
        clientOf(step.client).turn(step.do);
        return;
      case 'sync':
        clientOf(step.client).act((host) => host.syncNow());
        return;
      case 'sign-in':
        clientOf(step.client).act((host) => host.signIn(sampleAccount.username, sampleAccount.password));
        return;
      case 'sign-out':
        clientOf(step.client).act((host) => host.signOut());
        return;
      case 'quit':
        clientOf(step.client).quit();
        return;
      case 'sleep':
        time.jump(step.ms);
        return;
      case 'pass':
        return;
      case 'vendor': {
        if (!vendor.running()) vendor.start();
        const orders = vendor.memory().orders.rows();
        const orderNumber = orders[step.number % orders.length]?.orderNumber ?? '00000000';
        if (step.act === 'move-day')
          void post('/simulator/actions', {
            action: 'move-day',
            days: 1 + (step.number % (step.number % 7 === 0 ? 40 : 4)),
          });
        else if (step.act === 'manual-activation')
          void post('/simulator/actions', { action: 'manual-activation', on: step.number % 2 === 0 });
        else if (step.act === 'expire-tokens' || step.act === 'back-up' || step.act === 'restore')
          void post('/simulator/actions', { action: step.act });
        else void post('/simulator/actions', { action: step.act, orderNumber });
        return;
      }
      case 'fault':
        void post('/simulator/faults', step.fault);
        return;
      case 'crash':
        machineOf(step.machine).crashAt(step.write, step.moment);
        return;
      case 'disk':
        clientOf(step.client).disk(step.act, step.number);
        return;
      case 'clock':
        clientOf(step.client).setClock(step.ms);
        return;
      case 'kill':
        machineOf(step.machine).kill();
        return;
      case 'start':
        machineOf(step.machine).start();
        return;
    }
  }

  async function run(step: Step): Promise<void> {
    trace.add(`-- ${JSON.stringify(step)}`);
    await present(step);
    begin(step);
    await runDue(step.do === 'pass' ? time.now() + step.ms : time.now());
    moments.afterStep();
  }

  /** Starts everything. Each client signs in once and gets its firm, as after a first start. */
  async function open(): Promise<void> {
    vendor.start();
    for (const client of clients) {
      client.start();
      client.act((host) => host.signIn(sampleAccount.username, sampleAccount.password));
      await runDue(time.now());
      client.host()?.seed([], (state) => smallDesk(state));
      client.restarted();
    }
    moments.afterStep();
  }

  /** The quiet period: no faults, all programs run and are signed in, and time passes for all that waits. */
  async function settle(): Promise<void> {
    vendor.start();
    await post('/simulator/faults', { kind: 'none' });
    for (const client of clients) {
      client.calm();
      client.start();
      client.act((host) => host.signIn(sampleAccount.username, sampleAccount.password));
    }
    await runDue(time.now() + 1000);
    for (let round = 0; round < 5; round += 1) {
      if (round > 0 && clients.every((client) => atRest(client))) break;
      // As after a night: every timer is due.
      time.jump(95_000);
      await runDue(time.now());
      for (const client of clients) await goOn(client);
      await runDue(time.now());
      moments.afterStep();
    }
  }

  /** Signs in if needed, decides the conflicts that a person must decide, and exchanges. */
  async function goOn(client: Client): Promise<void> {
    client.act((host) =>
      host.snapshot().sync.link === 'signed-out'
        ? host.signIn(sampleAccount.username, sampleAccount.password)
        : host.syncNow(),
    );
    await runDue(time.now());
    const first = (): string | undefined => cartConflicts(client.state())[0]?.cartId;
    const decide = (sides: number): void => {
      for (const commandOf of commandsOf('resolve', [0, sides, 0])) want(client, commandOf);
    };
    const before = first();
    decide(client.number);
    // One side may be refused: a vendor's cart from before a restore may ask for too few users.
    if (before !== undefined && first() === before) decide(client.number + 1);
    client.act((host) => host.syncNow());
    await runDue(time.now());
  }

  const atRest = (client: Client): boolean =>
    client.saved.replica?.epoch === vendor.memory().epoch &&
    client.saved.replica.cursor === vendor.memory().lastChange &&
    cartConflicts(client.state()).length + cartsToSend(client.state()).length === 0 &&
    [...client.shown.workspace.outbox.values()].every(({ state }) => state === 'refused');

  return { open, run, settle, atEnd: () => moments.atEnd(), broken: () => broken, trace, clients, vendor };
}
