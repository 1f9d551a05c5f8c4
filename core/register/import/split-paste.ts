import type { Mark } from './paste-mark.ts';

/** The fields whose second value, if it differs, begins another service. */
const naming = new Set<Mark['field']>(['holder', 'vatCode', 'panelUsername', 'kind']);

const valueOf = (mark: Mark): string => ('value' in mark ? String(mark.value) : '');

/** The marks of a block while it grows: the first value and the first place of each field. */
interface Block {
  readonly start: number;
  readonly first: Map<Mark['field'], { readonly at: number; readonly value: string }>;
}

const blockFrom = (start: number): Block => ({ start, first: new Map() });

function add(block: Block, mark: Mark, at: number): void {
  if (!block.first.has(mark.field)) block.first.set(mark.field, { at, value: valueOf(mark) });
}

/**
 * The first mark of the next service. A mark that contradicts its block begins it, together with the marks
 * right above that the block already had: the heading of the next service repeats them.
 */
function beginningOf(marks: readonly Mark[], block: Block, contradicting: number): number {
  let at = contradicting;
  while (at - 1 > block.start) {
    const before = marks[at - 1];
    const known = before && block.first.get(before.field);
    if (known === undefined || known.at >= at - 1) break;
    at -= 1;
  }
  return at;
}

/**
 * Divides the marks of a text into services: a new one begins at another holder, VAT number, username or
 * kind. Returns one group if not every group has an expiry and a name, because the text then says something
 * else.
 */
export function splitMarks(marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const starts = [0];
  let block = blockFrom(0);
  for (const [at, mark] of marks.entries()) {
    const known = block.first.get(mark.field);
    if (naming.has(mark.field) && known !== undefined && known.value !== valueOf(mark)) {
      const start = beginningOf(marks, block, at);
      starts.push(start);
      block = blockFrom(start);
      for (let index = start; index < at; index += 1) {
        const moved = marks[index];
        if (moved !== undefined) add(block, moved, index);
      }
    }
    add(block, mark, at);
  }
  const groups = starts.map((start, index) => marks.slice(start, starts[index + 1]));
  const isWhole = (group: readonly Mark[]): boolean =>
    group.some(({ field }) => field === 'expiry') && group.some(({ field }) => naming.has(field));
  return groups.every(isWhole) ? groups : [marks];
}
