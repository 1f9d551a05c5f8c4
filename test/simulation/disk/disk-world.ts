// One studio of one's own on a simulated disk. After each start, everything that was confirmed is there, or
// the person is told its number.
import { seededChance } from '../../../electron/simulator/faults/seeded-chance.ts';
import { Crash, type CrashMoment } from '../../support/simulated-disk.ts';
import type { Without } from '../invariant.ts';
import type { Broken } from '../world.ts';
import { calm, machineDisk } from '../machine-disk.ts';
import type { DiskInvariant } from './disk-invariants.ts';
import { createCommands } from './disk-commands.ts';
import { createLedger } from './disk-ledger.ts';
import { createProcesses, type Process } from './disk-process.ts';
import type { DiskSchedule, DiskStep } from './disk-schedule.ts';
import { createOtherHands } from './other-hands.ts';

export async function runDiskSchedule(
  { seed, steps }: DiskSchedule,
  { without }: Without = {},
): Promise<{ readonly broken: Broken | undefined }> {
  const chance = seededChance(seed + 7);
  const machine = machineDisk(chance);
  const { files } = machine;
  let process: Process | null = null;
  let broken: Broken | undefined;
  let moment: CrashMoment = 'before';
  let powerFailed = false;
  let touched = false;
  let opensAnew = false;
  const breaks = (invariant: DiskInvariant, detail: string): void => {
    if (invariant !== without) broken ??= { invariant, detail };
  };

  const ledger = createLedger({ text: (path) => files.text(path), breaks });
  const commands = createCommands(ledger);
  const hands = createOtherHands({ files, breaks });
  const open = createProcesses({
    machine,
    chance,
    ledger,
    breaks,
    crashed() {
      process = null;
      powerFailed ||= moment === 'power';
      nobodyKnows();
    },
    // The program then opens the studio anew from the disk.
    changesHands(disk) {
      if (process === null || process.disk !== disk) return;
      gone();
      opensAnew = true;
    },
  });

  const running = (): Process | null => process;

  function gone(): void {
    process?.disk.die();
    process = null;
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
    hands.isRead();
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

  function add(): void {
    if (process === null) return;
    const own = process;
    const done = commands.add(own, 'Ada');
    if (process !== own) return;
    const { notices, storage } = own.host.snapshot();
    if (!done && storage === null) breaks('a disk that takes nothing is told', commands.last());
    ledger.hear(notices.slice(own.told), new Set(own.shown.values()));
    own.told = notices.length;
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

  function secondWriter(): void {
    const first = process;
    const second = open();
    if (second !== null) {
      ledger.hear(second.host.snapshot().notices, new Set(second.shown.values()));
      commands.add(second, 'Eva');
      second.disk.die();
    }
    hands.isReadBeside(first !== null);
    first?.disk.goOn();
    process = first;
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
        if (process !== null) commands.undo(process);
        return;
      case 'erase':
        if (process !== null) commands.erase(process, step.number);
        return;
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
        return hands.copy();
      case 'put-back-all':
        somebody();
        return hands.putBackAll();
      case 'second-writer':
        return secondWriter();
      default:
        somebody();
        return hands.onFile(step, process !== null);
    }
  }

  try {
    start();
    for (const step of steps) {
      if (broken !== undefined) break;
      await run(step);
      if (opensAnew) start();
      hands.mustBeKept();
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
