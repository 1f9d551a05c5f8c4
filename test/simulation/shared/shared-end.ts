// What must hold on a shared studio when everything has come to rest.
import { decideSent } from '../../../core/shared/server/decide-sent.ts';
import { stateAt } from '../../../core/shared/server/studio-state.ts';
import { romeDay, type Day } from '../../../core/kernel/day.ts';
import type { LoggedCommand, StoredRow } from '../../../core/shared/studio-database.ts';
import { namedId } from '../../../electron/adapters/system.ts';
import { quietLog } from '../../support/counting-ids.ts';
import type { StudioContent } from '../../support/memory-studio.ts';
import type { SimulatedDesk } from './shared-desk.ts';
import type { SharedInvariant } from './shared-invariants.ts';
import { deskRows, differenceOf, serverRows, textOf } from './shared-rows.ts';

type Breaks = (invariant: SharedInvariant, detail: string) => void;

/** Every desk has the rows of the server, and knows what became of each of its commands. */
export function checkDesks(
  content: StudioContent,
  {
    desks,
    named,
    breaks,
  }: {
    readonly desks: readonly SimulatedDesk[];
    /** What has ever named an erased person. */
    readonly named: readonly string[];
    readonly breaks: Breaks;
  },
): void {
  const there = serverRows(content);
  for (const desk of desks) {
    const host = desk.host();
    if (host === null) {
      breaks('it always starts', `desk ${desk.number}`);
      continue;
    }
    const state = host.state();
    const waits = [...state.workspace.waiting.values()].filter(({ state: at }) => at === 'waiting');
    if (waits.length > 0)
      breaks(
        'nothing waits for ever',
        `desk ${desk.number}: ${JSON.stringify(waits[0])} ${host.snapshot().sync.link}`,
      );
    const here = deskRows(state);
    if (textOf(here) !== textOf(there))
      breaks('desks converge', `desk ${desk.number}: ${differenceOf(here, there)}`);
    if (textOf(deskRows(desk.screen)) !== textOf(here))
      breaks('the screen is the host', `desk ${desk.number}: ${differenceOf(deskRows(desk.screen), here)}`);
    for (const [cid, text] of desk.given) {
      const logged = content.commands.get(cid);
      // A command that names an erased person is kept nowhere. One that the server refused before a restore
      // is still in the tray.
      if (
        logged === undefined &&
        !text.includes('"person/erase"') &&
        named.some((name) => text.includes(name))
      )
        continue;
      if (logged === undefined && state.workspace.waiting.get(cid)?.state !== 'refused')
        breaks('nothing given is lost', `${cid} of desk ${desk.number}`);
      if (logged !== undefined && !keepsDay(logged, text))
        breaks('a command keeps its day', `${cid} of desk ${desk.number}: ${logged.day}`);
      if (logged?.outcome === 'refused' && state.workspace.waiting.get(cid)?.state !== 'refused')
        breaks('what is refused is shown', `${cid} of desk ${desk.number}`);
    }
  }
  const versions = [...content.commands.values()]
    .filter(({ outcome }) => outcome === 'applied')
    .map(({ version }) => version);
  if (new Set(versions).size !== versions.length) breaks('one version, one command', versions.join());
}

/** Decided with the day on which it was given, unless the clock of the desk was ahead. */
function keepsDay({ day, taken }: LoggedCommand, text: string): boolean {
  const [given, there] = [(JSON.parse(text) as { readonly day: Day }).day, romeDay(taken)];
  return day === (given < there ? given : there);
}

/** The same commands, decided one after the other on the same `first` rows, give the rows of the server. */
export async function replaySerially(
  content: StudioContent,
  { first, breaks }: { readonly first: readonly StoredRow[]; readonly breaks: Breaks },
): Promise<void> {
  const log = [...content.commands.values()]
    .filter(({ outcome }) => outcome === 'applied')
    .toSorted((a, b) => a.version - b.version);
  // What an erased person's commands were is gone.
  if (log.some(({ command }) => command === null)) return;
  const state = await stateAt(
    { head: { version: 1, epoch: 'serial', safeVersion: 0 }, rowsAfter: async () => first } as never,
    undefined,
  );
  const byCid = new Map(log.map((entry) => [entry.cid, entry]));
  const turns = [...content.turns];
  /** What the vendor said before this version is not decided again: its rows are taken as they are. */
  const takeTurns = (until: number): void => {
    while ((turns[0]?.version ?? Infinity) < until) state.take(turns.shift()?.rows ?? []);
  };
  for (const entry of log) {
    takeTurns(entry.version);
    const member = content.desks.get(entry.client);
    if (member === undefined) continue;
    const decided = await decideSent(
      state,
      { id: entry.client, ...member },
      { ...entry, command: entry.command },
      {
        ids: { named: namedId },
        log: quietLog,
        today: entry.day,
        logged: async (cid) => byCid.get(cid),
      },
    );
    if (!decided.result.ok)
      return breaks('a serial replay gives the same', `${entry.cid}: ${decided.result.error.reason}`);
    state.take(
      decided.result.value.map(({ table, id, value }) => ({ table, id, value, version: entry.version })),
    );
  }
  takeTurns(Infinity);
  const replayed = deskRows(state.at('2026-11-28' as never));
  if (textOf(replayed) !== textOf(serverRows(content)))
    breaks('a serial replay gives the same', differenceOf(replayed, serverRows(content)));
}
