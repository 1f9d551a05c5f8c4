import { apart } from './apart.ts';
import {
  foldedName,
  meetingPoints,
  shorterForms,
  slipBetween,
  wordsOf,
  type FoldedName,
} from './alike-names.ts';
import type { Steps } from '../kernel/steps.ts';
import { emailKey, type Person } from './person.ts';

/** Why two rows may be the same person. The surest reason comes first. */
export const duplicateReasons = [
  'same-email',
  'same-name',
  'swapped-name',
  'shorter-name',
  'similar-name',
] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** Two rows of the staff list that may be the same person. `id` is the id of their `Apart`. */
export interface Duplicate {
  readonly id: string;
  readonly people: readonly [Person, Person];
  readonly reason: DuplicateReason;
}

/** The most pairs proposed at once: nobody looks through more. The next ones come when these are decided. */
export const mostDuplicates = 200;

interface Named extends FoldedName {
  readonly people: Person[];
}

/** So many people are looked at in one step. */
const peopleInStep = 500;

/**
 * Proposes pairs that may be the same person (*own*): the same mailbox, the same or swapped words, a
 * shortened given name, one typing mistake. Leaves out the pairs in `knownApart`: a person said that they are
 * two people. Returns at most `mostDuplicates` pairs, the surest first. Compares only rows that share a
 * key, so large lists stay fast.
 */
export function* proposeDuplicatesInSteps(
  people: readonly Person[],
  knownApart: { has(id: string): boolean },
): Steps<readonly Duplicate[]> {
  const found = new Map<string, Duplicate>();
  const isFull = (): boolean => found.size >= mostDuplicates;
  const names = new Map<string, Named>();
  const mailboxes = new Map<string, Person[]>();

  function propose(one: Person, other: Person, reason: DuplicateReason): void {
    const { id } = apart(one.id, other.id);
    if (one.id !== other.id && !found.has(id) && !knownApart.has(id))
      found.set(id, { id, people: [one, other], reason });
  }

  function within(group: readonly Person[], reason: DuplicateReason): void {
    for (const [index, one] of group.entries())
      for (let other = index + 1; other < group.length; other += 1) {
        if (isFull()) return;
        propose(one, group[other] ?? one, reason);
      }
  }

  function between(some: Named, others: Named, reason: DuplicateReason): void {
    for (const one of some.people)
      for (const other of others.people) {
        if (isFull()) return;
        if (reason !== 'similar-name' || !bothMailboxesAgree(some, one, others, other))
          propose(one, other, reason);
      }
  }

  for (const [index, person] of people.entries()) {
    if (index % peopleInStep === 0) yield (index / people.length) * 0.4;
    gather(mailboxes, mailboxOf(person.email), person);
    const name = foldedName(person);
    if (name.given === '' && name.family === '') continue;
    const key = keyOf(name);
    const known = names.get(key);
    if (known === undefined) names.set(key, { ...name, people: [person] });
    else known.people.push(person);
  }
  yield 0.4;
  for (const group of mailboxes.values()) within(group, 'same-email');
  for (const { people: group } of names.values()) within(group, 'same-name');

  yield 0.45;
  const byWords = new Map<string, Named[]>();
  for (const name of names.values()) gather(byWords, wordsOf(name), name);
  for (const group of byWords.values()) eachTwo(group, (one, other) => between(one, other, 'swapped-name'));

  yield 0.5;
  for (const name of names.values())
    for (const given of shorterForms(name.given)) {
      const shorter = names.get(keyOf({ given, family: name.family }));
      if (shorter !== undefined) between(shorter, name, 'shorter-name');
    }
  if (isFull()) return [...found.values()];

  yield* meet([...names.values()], (one, other) => {
    if (slipBetween(one, other) !== undefined) between(one, other, 'similar-name');
  });
  return [...found.values()];
}

const keyOf = ({ given, family }: FoldedName): string => `${family}|${given}`;

/** The mailbox of an address. Mail to an address with a plus goes to the same mailbox. */
function mailboxOf(email: string): string {
  const key = emailKey(email);
  return key.includes('+') ? key.replace(/\+[^@]*@/, '@') : key;
}

function gather<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [one]);
  else group.push(one);
}

/**
 * Packs a meeting point and a name's place into one number of 52 bits, so that sorting brings together the
 * names that share a point. No list has more people than this.
 */
const places = 2 ** 20;

function* meet(names: readonly Named[], visit: (one: Named, other: Named) => void): Generator<number, void> {
  const points: number[] = [];
  for (const [place, name] of names.entries()) {
    if (place % peopleInStep === 0) yield 0.6;
    meetingPoints(name, (point) => points.push(point * places + place));
  }
  const sorted = Float64Array.from(points).sort();
  yield 0.8;
  let group: Named[] = [];
  let last = -1;
  for (const [index, packed] of sorted.entries()) {
    if (index % (10 * peopleInStep) === 0) yield 0.8 + (index / sorted.length) * 0.2;
    const point = Math.floor(packed / places);
    if (point !== last) {
      if (group.length > 1) eachTwo(group, visit);
      group = [];
      last = point;
    }
    const name = names[packed - point * places];
    if (name !== undefined) group.push(name);
  }
  if (group.length > 1) eachTwo(group, visit);
}

function eachTwo<T>(group: readonly T[], meet: (one: T, other: T) => void): void {
  for (let index = 0; index < group.length - 1; index += 1)
    for (let next = index + 1; next < group.length; next += 1) {
      const [one, other] = [group[index], group[next]];
      if (one !== undefined && other !== undefined) meet(one, other);
    }
}

/**
 * Whether each address contains the very name in which the two differ. Then it is no typing mistake:
 * m.ferrari and m.ferraro are two people.
 */
function bothMailboxesAgree(nameA: FoldedName, a: Person, nameB: FoldedName, b: Person): boolean {
  const part = slipBetween(nameA, nameB);
  return part !== undefined && saysName(a.email, nameA[part]) && saysName(b.email, nameB[part]);
}

const saysName = (email: string, name: string): boolean =>
  (email.split('@')[0] ?? '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .includes(name.replaceAll(' ', ''));
