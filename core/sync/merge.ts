/** One thing in lines: what each of them says, by name. `null`: the thing is not there at all. */
export type Lines = Readonly<Record<string, string | number | boolean | null>> | null;

/** Whose value a line takes where both sides changed it in different ways. */
export type Side = 'mine' | 'theirs';

/** `conflicts` names the lines for which nobody but a person can choose; `merged` then holds mine. */
export interface Merged {
  readonly merged: Lines;
  readonly conflicts: readonly string[];
}

/** The line that stands for the thing itself, where one side took it away and the other changed it. */
export const wholeThing = '*';

/** All lines say the same; a line that is missing says null. */
export function sameLines(a: Lines, b: Lines): boolean {
  if (a === null || b === null) return a === b;
  return [...Object.keys(a), ...Object.keys(b)].every((name) => (a[name] ?? null) === (b[name] ?? null));
}

/**
 * Three-way merge by line: a line that one side changed takes that side's value, a
 * line that both changed to the same stays, and a line that both changed differently is a conflict. What a
 * person has chosen
 * for a line counts in any case.
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
