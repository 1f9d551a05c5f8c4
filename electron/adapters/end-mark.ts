// The end of a studio's journal, in a small file of its own. It is written in place and not synced: after a
// power failure it may be older than the journal, never newer.
import { dirname } from 'node:path';
import { parse, z } from '../../core/kernel/parse.ts';
import type { EndKeeper, KeptEnd } from '../../core/ports.ts';
import type { Disk, OpenFile } from './disk.ts';
import { nodeDisk } from './node-disk.ts';
import { writeAll } from './write-whole.ts';

const seqSchema = z.int().min(0);
const sumSchema = z.string().max(64);
const endSchema = z.object({
  seq: seqSchema,
  sum: sumSchema,
  at: z.number(),
  first: z.tuple([seqSchema, sumSchema]).optional(),
});
/** Every text has this length, so that a shorter one leaves nothing of a longer one behind. */
const length = 160;
/** Enough of a sum to tell two lines with one number. The whole text has room for it. */
const firstDigits = 8;

const textOf = ({ seq, sum, at, first }: KeptEnd): string =>
  JSON.stringify({
    seq,
    sum,
    at,
    ...(first === null ? {} : { first: [first.seq, first.sum.slice(0, firstDigits)] }),
  }).padEnd(length);

/** The end that a file says. Empty if there is none, or if it is damaged. */
export function readEnd(bytes: Uint8Array | undefined): readonly KeptEnd[] {
  try {
    const end = parse(endSchema, JSON.parse(new TextDecoder().decode(bytes)));
    if (!end.ok) return [];
    const { first: [seq, sum] = [], ...mark } = end.value;
    return [{ ...mark, first: seq === undefined || sum === undefined ? null : { seq, sum } }];
  } catch {
    return [];
  }
}

/**
 * Keeps the end in one file, which stays open because every command writes it. If somebody has put another
 * file in its place, that one is written. A file that is missing or damaged says nothing.
 */
export function endFile(file: string, disk: Disk = nodeDisk): EndKeeper {
  let known: { readonly open: OpenFile; readonly id: string } | undefined;

  function close(): void {
    const before = known;
    known = undefined;
    before?.open.close();
  }

  function opened(): OpenFile {
    if (known !== undefined && disk.state(file)?.id !== known.id) close();
    if (known === undefined) {
      // The folder of the computer's own ends may be new.
      disk.makeFolder(dirname(file));
      const open = disk.open(file);
      known = { open, id: open.state().id };
    }
    return known.open;
  }

  return {
    read() {
      try {
        return readEnd(disk.readStart(file, length));
      } catch {
        return [];
      }
    },
    keep(end) {
      try {
        writeAll(opened(), new TextEncoder().encode(textOf(end)), 0);
      } catch {
        // The journal itself holds the line. Only its loss would stay unnoticed.
      }
    },
  };
}

/** Keeps the end in two places: what one of them loses, the other one still knows. */
export const endFiles = (one: EndKeeper, other: EndKeeper): EndKeeper => ({
  read: () => [...one.read(), ...other.read()],
  keep(end) {
    one.keep(end);
    other.keep(end);
  },
});
