// What the desks of the bench give their server to do: new people, at a day's pace or without a pause.
import { setTimeout as sleep } from 'node:timers/promises';
import { answers, protocolVersion } from '../../core/shared/protocol.ts';
import { timed, timingOf } from './measure.ts';
import type { Desk, Known } from './studio-desk.ts';

let people = 0;
const person = () => {
  people += 1;
  const details = { givenName: 'Anna', familyName: `P${people}`, email: `p${people}@x.it` };
  return { ...details, department: 'Paghe', start: null, end: null };
};
export const addition = () => ({ type: 'person/add', details: person() });
export const importOf = (count: number) => ({
  type: 'people/import',
  rows: Array.from({ length: count }, person),
  present: ['department'],
});

/**
 * Each desk gives a command every half second: how long a push, a pull, and until another desk has it. All of
 * them have read the studio before, as on a day on which everybody works already. What comes with a news or
 * with the answer to a push is not asked for; `reader` comes back ten times a second and pulls.
 */
export async function calmDay(desks: readonly Desk[], reader: Desk, seconds: number) {
  const [pushes, pulls, seen]: [number[], number[], number[]] = [[], [], []];
  const given = new Map<number, number>();
  let over = false;
  function has(known: Known, version: number): void {
    for (let each = known.version + 1; each <= version; each += 1) {
      const begun = given.get(each);
      if (begun !== undefined) seen.push(performance.now() - begun);
    }
    known.version = Math.max(known.version, version);
  }
  const watch = async (desk: Desk, known: Known): Promise<void> => {
    let stamp = '';
    while (!over) {
      const wish = { client: desk.client, protocol: protocolVersion, ...known, stamp, place: null };
      const news = answers.news.parse(await desk.post('news', wish));
      ({ stamp } = news);
      if (news.version > known.version)
        has(known, (news.page ?? (await desk.pull(known.version + 1))).version);
    }
  };
  const work = async (desk: Desk, known: Known, at: number): Promise<void> => {
    await sleep((at * 500) / desks.length);
    for (let round = 0; round < seconds * 2; round += 1) {
      const begun = performance.now();
      const { made, told } = await desk.pushFrom(known, addition());
      pushes.push(performance.now() - begun);
      has(known, told ?? (await desk.pull(known.version + 1)).version);
      given.set(made, begun);
      await sleep(Math.max(0, 500 - (performance.now() - begun)));
    }
  };
  const read = async (known: Known): Promise<void> => {
    while (!over) {
      const { ms, value } = await timed(() => reader.pull(known.version + 1));
      pulls.push(ms);
      known.version = value.version;
      await sleep(100);
    }
  };
  const known: Known[] = [];
  for (const desk of [reader, ...desks]) {
    const { epoch, version } = await desk.pull(1);
    known.push({ epoch, version });
  }
  const [ofReader, ...ofDesks] = known as [Known, ...Known[]];
  const waiting = desks.map((desk, at) => watch(desk, ofDesks[at] ?? ofReader));
  waiting.push(read(ofReader));
  await Promise.all(desks.map((desk, at) => work(desk, ofDesks[at] ?? ofReader, at)));
  over = true;
  await desks[0]?.push(addition());
  await Promise.all(waiting);
  return { push: timingOf(pushes), pull: timingOf(pulls), seen: timingOf(seen) };
}

/** Commands in a second, without a pause, `each` in a push. */
export async function flatOut(desks: readonly Desk[], seconds: number, each: number): Promise<number> {
  let count = 0;
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    desks.map(async (desk) => {
      while (performance.now() < until) {
        await desk.push(...Array.from({ length: each }, addition));
        count += each;
      }
    }),
  );
  return count / seconds;
}
