// `npm run bench -- people`: actions on all people at once, through the real host on real files, with 1,000
// and with 10,000 people.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { boardOf } from '../../core/desk/seats/seat-boards.ts';
import { commandSchema, type Command } from '../../core/desk/command.ts';
import type { AppState, ReplicaRows, Tables, WorkspaceRows } from '../../core/desk/rows/state.ts';
import { withChanges } from '../../core/desk/rows/changing.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import type { Host } from '../../core/host/host.ts';
import { addDays, type Day } from '../../core/kernel/day.ts';
import type { PersonId, ServiceId } from '../../core/kernel/id.ts';
import { parse } from '../../core/kernel/parse.ts';
import { finish } from '../../core/kernel/steps.ts';
import { proposeDuplicatesInSteps } from '../../core/people/duplicates.ts';
import type { PersonDetails } from '../../core/people/person.ts';
import { sampleAccount } from '../../electron/simulator/sample/sample.ts';
import { personRows, shownRows, sortedRows } from '../../renderer/screens/people/list/people-rows.ts';
import { makeLargeDesk } from './large-desk.ts';
import { milliseconds, table, timingOf } from './measure.ts';

const serviceId = 'fe-0' as ServiceId;
const limit = 200;
const sizes = [1000, 10_000] as const;
const rounds = 7;

interface Run {
  readonly ms: number;
  /** The processor time in milliseconds, without waiting: the program's own cost on a busy machine. */
  readonly cpu: number;
}

type Times = Map<string, Run[]>;

const given = ['Anna', 'Niccolò', 'Maria Grazia', 'Giosuè', 'Desirée', 'Marco', 'Francesca', 'Ugo'];
const family = ['Ferri', 'De Luca', 'Dall’Oglio', 'Sanna', 'Cavallè', 'Conti', 'Riva', 'Greco', 'Esposito'];

/**
 * Rows as a payroll program exports them. Names repeat, and letters at the end keep most of them different.
 */
const rowsOf = (count: number, today: Day): PersonDetails[] =>
  Array.from({ length: count }, (_, index) => ({
    givenName: given[index % given.length] ?? '',
    familyName: `${family[index % family.length] ?? ''} ${letters(index)}`,
    email: `p${index}@studiobianchi.example`,
    department: `Reparto ${index % 12}`,
    start: addDays(today, -index % 4000),
    end: null,
  }));

const letters = (index: number): string =>
  index.toString(26).replaceAll(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)));

/** The rows of a window, updated by the same events. */
function screenOf(host: Host): () => AppState {
  const { changes, today } = host.snapshot();
  let tables: Tables<WorkspaceRows & ReplicaRows> = { ...emptyWorkspace(), ...emptyReplica() };
  const follow = (news: typeof changes): void => {
    tables = withChanges<WorkspaceRows & ReplicaRows>(tables, news);
  };
  follow(changes);
  host.onChanged((event) => follow(event.changes));
  return () => ({ workspace: tables, replica: tables, today });
}

function timed(times: Times, name: string, work: () => unknown): void {
  globalThis.gc?.();
  const [begun, before] = [performance.now(), process.cpuUsage()];
  work();
  const [ms, { user, system }] = [performance.now() - begun, process.cpuUsage(before)];
  const took = times.get(name) ?? [];
  took.push({ ms, cpu: (user + system) / 1000 });
  times.set(name, took);
}

/**
 * Checks a command like a call of the page, decides it, writes it and sends it to the window.
 * Throws if it is refused.
 */
function must(host: Host, command: Command): void {
  const checked = parse(commandSchema, command);
  const done = checked.ok ? host.submit(checked.value) : checked;
  if (!done.ok) throw new Error(`${command.type}: ${JSON.stringify(done.error)}`);
}

function turn(host: Host, direction: 'undo' | 'redo'): void {
  if (!host[direction]().ok) throw new Error(`${direction} was refused`);
}

async function once(count: number, times: Times): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-bench-'));
  try {
    const host = makeLargeDesk(folder, { people: 0, services: 50, seats: count + 100 });
    await host.signIn(sampleAccount.username, sampleAccount.password);
    const screen = screenOf(host);
    const { today } = screen();
    const rows = rowsOf(count, today);
    const moved = rows.map((row, index) => (index % 2 === 0 ? row : { ...row, department: 'Nuovo reparto' }));
    const present = ['department', 'start', 'end'] as const;
    timed(times, 'import: all of them new', () =>
      must(host, { type: 'people/import', rows, present: [...present] }),
    );
    timed(times, 'import: every other one changed', () =>
      must(host, { type: 'people/import', rows: moved, present: [...present] }),
    );
    timed(times, 'undo of that', () => turn(host, 'undo'));
    const added = screen().workspace.people.size;
    const personIds = ([...screen().workspace.people.keys()] as PersonId[]).slice(-count);
    timed(times, 'everybody needs a seat', () =>
      must(host, { type: 'seat/need', serviceId, personIds, needed: true }),
    );
    timed(times, 'everybody is given one, with the history', () =>
      must(host, { type: 'seat/assign', serviceId, personIds }),
    );
    const held = screen().workspace.seats.size;
    timed(times, 'undo of that: all seats taken back', () => turn(host, 'undo'));
    const { needs, seats } = screen().workspace;
    if (needs.size < count || seats.size !== held - count) throw new Error('It was not taken back');
    timed(times, 'redo', () => turn(host, 'redo'));
    timed(times, 'permissions of everybody', () =>
      must(host, { type: 'seat/permissions', serviceId, personIds, permissions: ['read', 'create'] }),
    );
    timed(times, 'one command while that could be undone', () =>
      must(host, {
        type: 'seat/need',
        serviceId: 'fe-1' as ServiceId,
        personIds: personIds.slice(0, 1),
        needed: true,
      }),
    );
    timed(times, 'everybody is freed', () => must(host, { type: 'seat/free', serviceId, personIds }));
    timed(times, 'undo of that', () => turn(host, 'undo'));
    const state = screen();
    if (state.workspace.seats.size !== held || state.workspace.people.size !== added)
      throw new Error('A row was lost');
    const service = state.replica.services.get(serviceId);
    if (service === undefined) throw new Error('The first service is there');
    timed(times, 'screen: the list of a service made', () =>
      personRows(state, boardOf(state, service), undefined),
    );
    const list = personRows(state, boardOf(state, service), undefined);
    const ask = { standing: 'all', department: null, query: '' } as const;
    timed(times, 'screen: filtered by letters', () => shownRows(list, { ...ask, query: 'niccolo luca' }));
    timed(times, 'screen: filtered by department and state', () =>
      shownRows(list, { ...ask, department: 'Reparto 3', standing: 'assigned' }),
    );
    timed(times, 'screen: sorted by name, the first time', () =>
      sortedRows([...list], { key: 'name', descending: false }),
    );
    timed(times, 'screen: sorted by state', () => sortedRows(list, { key: 'standing', descending: true }));
    timed(times, 'people who may be in the list twice', () =>
      finish(proposeDuplicatesInSteps([...state.workspace.people.values()], state.workspace.apart)),
    );
    await host.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function peopleBench(): Promise<string> {
  const [few, many]: [Times, Times] = [new Map(), new Map()];
  // The first run lets V8 compile the code.
  await once(sizes[0], new Map());
  for (let round = 0; round < rounds; round += 1) {
    await once(sizes[0], few);
    await once(sizes[1], many);
  }
  const lines = [...many].map(([name, took]) => {
    const { median, p95 } = timingOf(took.map(({ ms }) => ms));
    const small = timingOf((few.get(name) ?? []).map(({ ms }) => ms)).median;
    return [
      name,
      milliseconds(small),
      milliseconds(median),
      milliseconds(p95),
      milliseconds(timingOf(took.map(({ cpu }) => cpu)).median),
      `${(median / small).toFixed(1)} x`,
      `${limit} ms ${median <= limit ? 'met' : 'MISSED'}`,
    ];
  });
  const [small, large] = sizes.map((size) => `${size.toLocaleString('en')} people`);
  const busy = `${(loadavg()[0] ?? 0).toFixed(1)} programs at once on ${availableParallelism()} processors`;
  return table([
    [
      `checked, decided, durable in real files, shown; ${busy}`,
      small ?? '',
      large ?? '',
      'p95',
      'processor',
      'grows',
      'limit',
    ],
    ...lines,
  ]);
}
