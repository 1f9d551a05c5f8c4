/** One thing as named lines with values. `null`: the thing does not exist. */
export type Lines = Readonly<Record<string, string | number | boolean | null>> | null;

/** Whose value a line takes if both sides changed it differently. */
export type Side = 'mine' | 'theirs';

/** `conflicts` names the lines that only a person can decide. `merged` holds my value for them. */
export interface Merged {
  readonly merged: Lines;
  readonly conflicts: readonly string[];
}

/** Stands for the thing as a whole: one side removed it and the other changed it. */
export const wholeThing = '*';

/** Whether all lines have the same values. A line that one side does not have counts as null. */
export function sameLines(a: Lines, b: Lines): boolean {
  if (a === null || b === null) return a === b;
  return [...Object.keys(a), ...Object.keys(b)].every((name) => (a[name] ?? null) === (b[name] ?? null));
}

/**
 * Three-way merge by line. A line that one side changed takes that side's value. A line that both
 * changed to the same value stays. A line that both changed differently is a conflict. A person's
 * choice for a line always wins.
 */
export function mergeLines(
  base: Lines,
  mine: Lines,
  theirs: Lines,
  choices: Readonly<Record<string, Side>> = {},
): Merged {
  if (sameLines(mine, theirs) || sameLines(base, theirs)) return { merged: mine, conflicts: [] };
  if (sameLines(base, mine)) return { merged: theirs, conflicts: [] };
  if (mine === null || theirs === null) {
    const side = choices[wholeThing];
    return { merged: side === 'theirs' ? theirs : mine, conflicts: side === undefined ? [wholeThing] : [] };
  }
  const merged: Record<string, string | number | boolean | null> = {};
  const conflicts: string[] = [];
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, here, there] = [base?.[name] ?? null, mine[name] ?? null, theirs[name] ?? null];
    const side =
      choices[name] ?? (here === there || there === was ? 'mine' : here === was ? 'theirs' : undefined);
    if (side === undefined) conflicts.push(name);
    merged[name] = side === 'theirs' ? there : here;
  }
  return { merged, conflicts };
}
