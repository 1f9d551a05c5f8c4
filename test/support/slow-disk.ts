// A disk that syncs only when another thread lets it: as slow as a test wants, without a clock.
import { withCode, type Disk, type OpenFile } from '../../electron/adapters/disk.ts';

const [held, reached, gaveUp] = [0, 1, 2] as const;
/** A thread that never lets the disk go on is blocked by it. */
const patienceMs = 10_000;

/** What the threads share: whether syncs are held, how many have begun, how many nobody let go on. */
export class DiskGate {
  readonly memory: SharedArrayBuffer;
  readonly #cells: Int32Array;

  constructor(memory = new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory;
    this.#cells = new Int32Array(memory);
  }

  hold(): void {
    Atomics.store(this.#cells, reached, 0);
    Atomics.store(this.#cells, held, 1);
  }

  letGo(): void {
    Atomics.store(this.#cells, held, 0);
    Atomics.notify(this.#cells, held);
  }

  /** Syncs that have begun since the last hold. */
  get begun(): number {
    return Atomics.load(this.#cells, reached);
  }

  get abandoned(): number {
    return Atomics.load(this.#cells, gaveUp);
  }

  /** Returns when the other thread lets the disk go on. Throws EIO if it never does. */
  pass(): void {
    Atomics.add(this.#cells, reached, 1);
    if (Atomics.wait(this.#cells, held, 1, patienceMs) !== 'timed-out') return;
    Atomics.add(this.#cells, gaveUp, 1);
    throw withCode('EIO');
  }
}

/** The same disk, whose syncs wait at the gate. */
export const slowDisk = (disk: Disk, gate: DiskGate): Disk => ({
  ...disk,
  open(path) {
    const file: OpenFile = disk.open(path);
    return {
      state: () => file.state(),
      write: (bytes, position) => file.write(bytes, position),
      truncate: (bytes) => file.truncate(bytes),
      close: () => file.close(),
      sync() {
        gate.pass();
        file.sync();
      },
    };
  },
  syncFolder(folder) {
    gate.pass();
    disk.syncFolder(folder);
  },
});
