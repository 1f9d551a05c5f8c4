import type { Day } from '../../kernel/day.ts';
import { labelsIn, type Label } from './paste-labels.ts';
import {
  answer,
  dayBeside,
  gap,
  labelledDate,
  match,
  problem,
  reach,
  saysNo,
  type Beside,
  type Collector,
  type Marks,
  type Place,
} from './paste-mark.ts';
import { readers } from './paste-readers.ts';
import { readDay } from './read-day.ts';
import { moduleNamed } from './read-kind.ts';

/** An account of Aruba: digits, and @aruba.it. */
const arubaAccount = /(?<![\w.])\d{4,12}@aruba\.it(?![\w.])/g;

/** Recognises what a pasted text says, label by label. The text is plain (see plainText). */
export function marksIn(text: string): Marks {
  const into: Collector = { marks: [], problems: [] };
  const labels = labelsIn(text);
  let owner: Label | undefined;
  let inList = false;
  for (const [index, label] of labels.entries()) {
    const beside: Beside = {
      text: text.slice(label.end, Math.min(label.limit, label.end + reach)),
      label,
    };
    const before = labels[index - 1];
    const sameLine = before !== undefined && !text.slice(before.end, label.from).includes('\n');
    if (label.kind === 'expiry') {
      readExpiry(into, beside, sameLine ? owner : undefined);
      owner = undefined;
      continue;
    }
    owner = ['users', 'space', 'module'].includes(label.kind) ? label : undefined;
    inList =
      label.kind === 'modules' ||
      (label.kind === 'module' && inList && onlyJoins(text.slice(before?.end ?? 0, label.from)));
    if (label.kind === 'module') readModule(into, beside, inList);
    else readers[label.kind](into, beside);
  }
  for (const found of text.matchAll(arubaAccount))
    into.marks.push({
      field: 'account',
      value: found[0],
      from: found.index,
      to: found.index + found[0].length,
    });
  into.marks.sort((a, b) => a.from - b.from || a.to - b.to);
  return into;
}

/** The expiry beside a label. With an owner it is the expiry of those users, that space or that module. */
function readExpiry(into: Collector, beside: Beside, owner: Label | undefined): void {
  const found = match(beside, labelledDate);
  if (found === undefined) return;
  const day = readDay(found.value, 'day-month');
  if (!day.ok) return problem(into, 'expiry', day.error, found.place);
  if (day.value === null) return;
  if (owner === undefined) into.marks.push({ field: 'expiry', value: day.value, ...found.place });
  else ownExpiry(into, owner, day.value, found.place);
}

/**
 * Gives an expiry to the mark of its owner. Makes the mark of a module if only its expiry says that it was
 * bought.
 */
function ownExpiry(into: Collector, owner: Label, expiry: Day, { to }: Place): void {
  const last = into.marks.at(-1);
  if (last !== undefined && last.from === owner.from && 'expiry' in last)
    into.marks[into.marks.length - 1] = { ...last, expiry, to };
  else if (owner.kind === 'module') {
    const value = moduleNamed(owner.text);
    if (value !== undefined)
      into.marks.push({ field: 'module', value, owned: true, expiry, from: owner.from, to });
  }
}

/** What may stand between two modules of a list: their states, buttons and small signs. */
function onlyJoins(between: string): boolean {
  if (between.length > 60) return false;
  return /^[ :,;e\n•*–-]{0,16}$/.test(between.replace(stateOrButton, ''));
}

const stateOrButton =
  /(?:non attiv[oai]|(?:dis)?attiv(?:at)?[oai]|inactive|not active|active|enabled|disabled|acquista|aggiungi|gestisci|activate|buy|add|manage)(?!\p{L})/iu;

/** A button that buys: whoever sees it beside a module does not have the module. */
const buyButton = new RegExp(String.raw`${gap}(attiva|acquista|aggiungi|activate|buy|add)(?!\p{L})`, 'iu');

function readModule(into: Collector, beside: Beside, inList: boolean): void {
  const { label } = beside;
  const value = moduleNamed(label.text);
  if (value === undefined) return;
  const said = match(beside, answer);
  const button = inList ? match(beside, buyButton) : undefined;
  const to = (said ?? button)?.place.to ?? label.end;
  const own = dayBeside(beside, to);
  if (said === undefined && own === undefined && !inList) return;
  into.marks.push({
    field: 'module',
    value,
    owned: button === undefined && (said === undefined || !saysNo.test(said.value)),
    expiry: own?.day ?? null,
    from: label.from,
    to: own?.to ?? to,
  });
}
