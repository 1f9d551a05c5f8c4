// One studio of one's own on a simulated disk. After each start, everything that was confirmed is there, or
// the person is told its number.
import { openHost, type Host } from '../../../core/host/host.ts';
import { ownDesk } from '../../../core/desk/rules/own-desk.ts';
import { finish } from '../../../core/kernel/steps.ts';
import { systemDigest } from '../../../electron/adapters/system.ts';
import { seededChance } from '../../../electron/simulator/faults/seeded-chance.ts';
import { countingIds, quietLog } from '../../support/counting-ids.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { manualScheduler, type ManualScheduler } from '../../support/manual-scheduler.ts';
import { noDesktop } from '../../support/no-desktop.ts';
import { memorySecrets } from '../../support/scripted-vendor.ts';
import { Crash, onDisk, type CrashMoment } from '../../support/simulated-disk.ts';
import type { Disk } from '../../../electron/adapters/disk.ts';
import { holdFolder } from '../../../electron/studios/folder-hold.ts';
import type { Without } from '../invariant.ts';
import type { Broken } from '../world.ts';
import { calm, machineDisk, type DiskSession } from '../machine-disk.ts';
import type { DiskInvariant } from './disk-invariants.ts';
import { createLedger } from './disk-ledger.ts';
import type { DiskSchedule, DiskStep } from './disk-schedule.ts';

interface Process {
  readonly host: Host;
  readonly disk: DiskSession;
  readonly scheduler: ManualScheduler;
  /** The people that the screen shows, by e-mail address. */
  readonly shown: Map<string, string>;
  /** How much the person was told so far. */
  told: number;
}

export async function runDiskSchedule(
  { seed, steps }: DiskSchedule,
  { without }: Without = {},
): Promise<{ readonly broken: Broken | undefined }> {
  const chance = seededChance(seed + 7);
  const machine = machineDisk(chance);
  const { files } = machine;
  const clock = fakeClock();
  let process: Process | null = null;
  let broken: Broken | undefined;
  let starts = 0;
  let moment: CrashMoment = 'before';
  let powerFailed = false;
  let touched = false;
  let opensAnew = false;
  const put = new Map<string, string>();
  let people = 0;
  let copy: ReadonlyMap<string, string> = new Map();
  const breaks = (invariant: DiskInvariant, detail: string): void => {
    if (invariant !== without) broken ??= { invariant, detail };
  };

  const ledger = createLedger({ text: (path) => files.text(path), breaks });

  const programs = new Map<string, DiskSession>();
  const running = (): Process | null => process;
  /** The second writer runs beside the first one. */
  const alive = (own: Process): boolean => !own.disk.dead();

  function gone(): void {
    process?.disk.die();
    process = null;
  }

  function open(): Process | null {
    starts += 1;
    let crashed = false;
    const scheduler = manualScheduler(clock);
    const name = `process ${starts}`;
    const hold = (disk: Disk) => {
      const held = holdFolder({
        folder: '/data',
        computer: { id: 'pc', name: 'PC' },
        process: name,
        user: 'mbassi',
        clock,
        scheduler,
        log: quietLog,
        disk,
        alive: (process) => programs.get(process)?.dead() === false,
      });
      // The program then opens the studio anew from the disk.
      held.onChanged(() => {
        if (process === null || process.disk !== programs.get(name)) return;
        gone();
        opensAnew = true;
      });
      return held;
    };
    const disk = machine.start(
      {
        durable: () => undefined,
        appended: (line) => ledger.appended(line),
        crashed: () => {
          crashed = true;
          process = null;
          powerFailed ||= moment === 'power';
          nobodyKnows();
        },
      },
      hold,
    );
    programs.set(name, disk);
    const shown = new Map<string, string>();
    try {
      const host = finish(
        openHost({
          clock,
          scheduler,
          rng: chance,
          ids: countingIds(starts * 1000),
          digest: systemDigest,
          log: quietLog,
          fetch: null,
          secrets: memorySecrets(),
          account: null,
          user: 'mbassi',
          desktop: noDesktop,
          stores: {
            workspace: disk.store('workspace'),
            backup: disk.store('workspace-backup'),
            journal: [disk.lines('journal-1'), disk.lines('journal-2')],
            end: disk.end,
            replica: disk.store('replica'),
          },
        }),
      );
      if (crashed) return null;
      const next: Process = { host, disk, scheduler, shown, told: 0 };
      for (const change of host.snapshot().changes)
        if (change.table === 'people' && change.value !== null) take(shown, change.id, change.value.email);
      host.onChanged((event) => {
        for (const change of event.changes) {
          if (change.table !== 'people') continue;
          if (change.value === null) shown.delete(change.id);
          else take(shown, change.id, change.value.email);
        }
      });
      if (host.fresh) host.seed([], () => ownDesk('Studio Marchetti'));
      return crashed ? null : next;
    } catch (error) {
      if (error instanceof Crash) return null;
      disk.die();
      // A new studio cannot begin on a disk that takes nothing. Everything else must open.
      if (files.troubled()) return null;
      breaks('it always starts', error instanceof Error ? (error.stack ?? error.message) : String(error));
      return null;
    }
  }

  function take(shown: Map<string, string>, id: string, email: string): void {
    shown.set(id, email);
    ledger.meets(id, email);
  }

  /** A start keeps the end again, unless the disk refuses it. */
  function knowsTheEnd(): boolean {
    const [, kept = '0'] = /"seq":(\d+)/.exec(files.text('/own/studio.end') ?? '') ?? [];
    return ledger.last() <= Number(kept);
  }

  function start(): void {
    opensAnew = false;
    gone();
    process = open();
    if (process === null) return;
    put.clear();
    compare(process);
    if (knowsTheEnd()) [powerFailed, touched] = [false, false];
  }

  /** Takes out what the person was told, and compares the rest with what is there. */
  function compare(own: Process): void {
    const here = [...own.shown.values()];
    ledger.expects(here);
    const { notices } = own.host.snapshot();
    ledger.hear(notices.slice(own.told), new Set(here));
    own.told = notices.length;
    ledger.compare(here, notices);
  }

  /** Adds a person, who is unlike all others. Answers whether it is confirmed. */
  function addPerson(own: Process, givenName: string): boolean {
    people += 1;
    const email = `p${people}@studio.example`;
    ledger.asks(email);
    const details = { givenName, familyName: `P${people}`, email, department: '', start: null, end: null };
    return command(own, () => own.host.submit({ type: 'person/add', details }));
  }

  function add(): void {
    if (process === null) return;
    const own = process;
    const done = addPerson(own, 'Ada');
    if (process !== own) return;
    const { notices, storage } = own.host.snapshot();
    if (!done && storage === null) breaks('a disk that takes nothing is told', `P${people}`);
    ledger.hear(notices.slice(own.told), new Set(own.shown.values()));
    own.told = notices.length;
  }

  function command(own: Process, submit: () => { readonly ok: boolean }): boolean {
    const orDies = (): { readonly ok: boolean } | null => {
      try {
        return submit();
      } catch (error) {
        if (!(error instanceof Crash)) throw error;
        return null;
      }
    };
    return ledger.run(orDies, () => alive(own));
  }

  /**
   * A power failure takes what was not synced of the journal's end, in both places. If somebody has also
   * touched the files since the last start, nobody can know what is missing.
   */
  function nobodyKnows(): void {
    if (powerFailed && touched) ledger.nobodyKnows();
  }
  function somebody(): void {
    touched = true;
    nobodyKnows();
  }

  function erase(number: number): void {
    if (process === null) return;
    const own = process;
    const ids = [...own.shown.keys()];
    const id = ids[number % Math.max(1, ids.length)];
    if (id !== undefined)
      command(own, () => own.host.submit({ type: 'person/erase', personId: id as never }));
  }

  /** What somebody puts in a place while the program runs is kept somewhere, byte for byte. */
  function mustBeKept(): void {
    for (const [path, text] of put)
      if (!files.paths().some((other) => files.text(other) === text))
        breaks('nothing readable is overwritten', path);
  }

  function secondWriter(): void {
    const first = process;
    const second = open();
    if (second !== null) {
      ledger.hear(second.host.snapshot().notices, new Set(second.shown.values()));
      addPerson(second, 'Eva');
      second.disk.die();
    }
    // As at every start: what lay there was read, and may have become part of what was written.
    for (const [path, text] of put) if (first === null || files.text(path) !== text) put.delete(path);
    first?.disk.goOn();
    process = first;
  }

  function onFile(step: Extract<DiskStep, { readonly file: unknown }>): void {
    somebody();
    const path = onDisk(step.file);
    const text = files.text(path);
    put.clear();
    if (text === undefined) return;
    if (step.do === 'rot') files.rot(path, step.number);
    else if (step.do === 'empty') files.put(path, '');
    else if (step.do === 'remove') files.erase(path);
    else if (step.do === 'rewrite') files.put(path, text);
    else if (step.do === 'put-back') {
      const older = copy.get(path);
      if (older === undefined) return;
      files.put(path, older);
      if (process !== null && step.file === 'workspace.json') put.set(path, older);
    } else {
      const lines = text.split('\n');
      files.put(
        path,
        lines
          .slice(0, Math.max(0, lines.length - 1 - (step.number % 3)))
          .concat('')
          .join('\n'),
      );
    }
  }

  /** Time passes for the program that runs. It may end meanwhile. */
  function pause(ms: number): void {
    try {
      running()?.scheduler.advance(ms);
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
    if (opensAnew) start();
  }

  /** Closes the program in good order. A disk that takes nothing does not keep it open. */
  async function quit(): Promise<void> {
    try {
      await running()?.host.close();
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
    gone();
  }

  async function run(step: DiskStep): Promise<void> {
    switch (step.do) {
      case 'add':
        return add();
      case 'undo':
        if (process !== null) command(process, process.host.undo.bind(process.host));
        return;
      case 'erase':
        return erase(step.number);
      case 'checkpoint':
        await quit();
        return start();
      case 'quit':
        return quit();
      case 'pause':
        return pause(20_000);
      case 'start':
        return start();
      case 'kill':
        return gone();
      case 'crash':
        moment = step.moment;
        process?.disk.crashAt(step.step, step.moment);
        return;
      case 'full':
        return files.room(step.number % 900);
      case 'errors':
        return files.failNext(1 + (step.number % 3), 'EIO');
      case 'protected':
        return files.failing('EROFS');
      case 'vanished':
        somebody();
        return files.failing('ENOENT');
      case 'room':
        return calm(files);
      case 'copy':
        copy = files.copy();
        return;
      case 'put-back-all':
        somebody();
        put.clear();
        for (const [path, text] of copy) if (path.startsWith('/data/')) files.put(path, text);
        return;
      case 'second-writer':
        return secondWriter();
      default:
        return onFile(step);
    }
  }

  try {
    start();
    for (const step of steps) {
      if (broken !== undefined) break;
      await run(step);
      if (opensAnew) start();
      mustBeKept();
    }
    // The disk works again. The program starts, works, and tells nothing twice.
    calm(files);
    if (broken === undefined) start();
    if (running() === null && broken === undefined) breaks('it always starts', 'not even on a sound disk');
    files.failNext(2, 'EIO');
    add();
    pause(25_000);
    if ((running()?.host.snapshot().storage ?? null) !== null) breaks('it heals by itself', 'still troubled');
    const before = ledger.size();
    add();
    if (broken === undefined && ledger.size() <= before) breaks('it goes on', 'a command is refused');
    await quit();
    start();
    await quit();
    start();
    const notices = running()?.host.snapshot().notices ?? [];
    if (notices.length > 0) breaks('nothing is told for ever', JSON.stringify(notices));
  } catch (error) {
    breaks('nothing is thrown', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return { broken };
}
