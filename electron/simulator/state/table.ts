/** A row and its place in the order of the rows. */
interface Entry<T> {
  readonly row: T;
  readonly place: number;
}

type Bucket<T> = ReadonlyMap<string, Entry<T>>;

/**
 * The number of buckets, good for ten thousand rows: the list of buckets is short to
 * copy, and so is one bucket.
 */
const buckets = 256;

/** Spreads ids evenly (FNV-1a). */
function bucketOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1)
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (buckets - 1);
}

/**
 * Rows by id, in the order in which they first came. A table never changes. A new table shares all but one
 * bucket with the old one, so writing and comparing cost little at any size.
 */
export class Table<T> implements Iterable<T> {
  readonly size: number;
  private readonly idOf: (row: T) => string;
  private readonly all: readonly Bucket<T>[];
  private readonly nextPlace: number;
  private sorted: readonly T[] | undefined;

  private constructor(idOf: (row: T) => string, all: readonly Bucket<T>[], size: number, nextPlace: number) {
    this.idOf = idOf;
    this.all = all;
    this.size = size;
    this.nextPlace = nextPlace;
  }

  static of<T>(idOf: (row: T) => string, rows: Iterable<T>): Table<T> {
    const all = Array.from({ length: buckets }, () => new Map<string, Entry<T>>());
    let place = 0;
    for (const row of rows) {
      const id = idOf(row);
      all[bucketOf(id)]?.set(id, { row, place });
      place += 1;
    }
    const size = all.reduce((sum, bucket) => sum + bucket.size, 0);
    return new Table(idOf, all, size, place);
  }

  get(id: string): T | undefined {
    return this.all[bucketOf(id)]?.get(id)?.row;
  }

  /** The table with this row. The row replaces one with the same id and keeps its place. */
  with(row: T): Table<T> {
    const id = this.idOf(row);
    const at = bucketOf(id);
    const bucket = new Map(this.all[at]);
    const place = bucket.get(id)?.place ?? this.nextPlace;
    bucket.set(id, { row, place });
    const added = place === this.nextPlace ? 1 : 0;
    return new Table(this.idOf, this.all.with(at, bucket), this.size + added, this.nextPlace + added);
  }

  without(id: string): Table<T> {
    const at = bucketOf(id);
    const bucket = new Map(this.all[at]);
    return bucket.delete(id)
      ? new Table(this.idOf, this.all.with(at, bucket), this.size - 1, this.nextPlace)
      : this;
  }

  rows(): readonly T[] {
    this.sorted ??= inOrder(this.all.flatMap((bucket) => [...bucket.values()]));
    return this.sorted;
  }

  /** Any row that passes, or undefined. */
  find(passes: (row: T) => boolean): T | undefined {
    for (const bucket of this.all) for (const { row } of bucket.values()) if (passes(row)) return row;
    return undefined;
  }

  /** All rows that pass, in no order. */
  filter(passes: (row: T) => boolean): T[] {
    const found: T[] = [];
    for (const bucket of this.all) for (const { row } of bucket.values()) if (passes(row)) found.push(row);
    return found;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.rows()[Symbol.iterator]();
  }

  /**
   * What changed since an older table: the rows added or replaced, in order, and the ids of the removed ones.
   */
  since(older: Table<T>): { readonly put: readonly T[]; readonly gone: readonly string[] } {
    const put: Entry<T>[] = [];
    const gone: string[] = [];
    if (older === this) return { put: [], gone };
    for (let at = 0; at < buckets; at += 1) {
      const [before, bucket] = [older.all[at], this.all[at]];
      if (before === undefined || bucket === undefined || before === bucket) continue;
      for (const [id, entry] of bucket) if (before.get(id)?.row !== entry.row) put.push(entry);
      for (const id of before.keys()) if (!bucket.has(id)) gone.push(id);
    }
    return { put: inOrder(put), gone };
  }

  /** In JSON a table is a list. */
  toJSON(): readonly T[] {
    return this.rows();
  }
}

const inOrder = <T>(entries: Entry<T>[]): readonly T[] =>
  entries.sort((a, b) => a.place - b.place).map(({ row }) => row);
