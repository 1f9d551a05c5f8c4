// What support needs to know, as one text without personal data: numbers, versions and short codes. Nothing
// is copied from a row, a path or a message.
import { arch, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { romeDay } from '../../core/kernel/day.ts';
import { schemaVersion } from '../../core/persistence/documents.ts';
import type { Clock } from '../../core/ports.ts';
import type { DeskApplication, StudioApplication } from '../application.ts';
import type { Disk } from '../adapters/disk.ts';
import type { SaveFile } from '../adapters/files.ts';
import { setAside } from '../adapters/set-aside.ts';

/** What is known of this start of the program. */
export interface ProgramFacts {
  readonly shell: string;
  readonly version: string;
  /** The folder of the log. */
  readonly logs: string;
}

interface DiagnosticsPorts {
  readonly from: string;
  readonly desk: DeskApplication;
  readonly disk: Disk;
  readonly clock: Clock;
  readonly saveFile: SaveFile;
  readonly program: ProgramFacts;
  readonly writes: () => boolean;
}

/** The files of a studio by their fixed names. Whatever else lies there is only counted. */
const ownFiles =
  /^(?:(?:workspace|workspace-backup|replica|simulator|screen)\.json|(?:journal-[12]|simulator)\.changes|journal\.end)$/;

/** A code of a program: words of small letters, or of capitals as systems write them. Never a name. */
const code = /^(?:[a-z]+(?:[-./][a-z]+)*|E[A-Z]{2,20})$/;
const codeFields = new Set([
  'code',
  'why',
  'reason',
  'detail',
  'document',
  'recovery',
  'call',
  'error',
  'kind',
]);

function filesIn(folder: string, disk: Disk) {
  const names = disk.names(folder);
  const sizes = names
    .filter((name) => ownFiles.test(name))
    .toSorted()
    .map((name) => [name, disk.state(join(folder, name))?.bytes ?? 0] as const);
  return {
    sizes: Object.fromEntries(sizes),
    setAside: names.filter((name) => setAside.test(name)).length,
    others: names.filter((name) => !ownFiles.test(name) && !setAside.test(name)).length,
  };
}

/** How often each event stands in the log, when it did last, and which codes came with it. */
function logged(folder: string, disk: Disk) {
  const events = new Map<string, { count: number; last: string; codes: Set<string> }>();
  for (const name of ['log.1.jsonl', 'log.jsonl']) {
    if (disk.state(join(folder, name)) === undefined) continue;
    for (const line of new TextDecoder().decode(disk.read(join(folder, name))).split('\n')) {
      const entry = readLine(line);
      if (entry === undefined) continue;
      const event = events.get(entry.event) ?? { count: 0, last: '', codes: new Set() };
      event.count += 1;
      event.last = entry.at;
      for (const [field, value] of Object.entries(entry.data))
        if (codeFields.has(field) && typeof value === 'string' && code.test(value)) event.codes.add(value);
      events.set(entry.event, event);
    }
  }
  return Object.fromEntries(
    [...events].map(([event, { codes, ...rest }]) => [event, { ...rest, codes: [...codes].toSorted() }]),
  );
}

function readLine(line: string): { event: string; at: string; data: Record<string, unknown> } | undefined {
  try {
    const { event, at, data } = JSON.parse(line) as Record<string, unknown>;
    const known = typeof event === 'string' && code.test(event) && typeof at === 'string';
    const time = known ? new Date(at) : undefined;
    return time === undefined || Number.isNaN(time.getTime()) || !known
      ? undefined
      : { event, at: time.toISOString(), data: (data ?? {}) as Record<string, unknown> };
  } catch {
    // A torn line, or an empty one.
    return undefined;
  }
}

/** The text of the diagnostics. */
async function diagnosticsText({
  from,
  desk,
  disk,
  clock,
  program,
  writes,
}: Omit<DiagnosticsPorts, 'saveFile'>): Promise<string> {
  const counts = await desk.ask('counts', null);
  const snapshot = await desk.handlers['app/snapshot'](null);
  return JSON.stringify(
    {
      made: new Date(clock.now()).toISOString(),
      allinea: { version: program.version, format: schemaVersion, shell: program.shell },
      versions: {
        node: process.versions.node,
        electron: process.versions['electron'] ?? null,
        chrome: process.versions['chrome'] ?? null,
      },
      system: { platform: platform(), arch: arch(), release: release(), memory: totalmem() },
      process: { upSeconds: Math.round(process.uptime()), memory: process.memoryUsage().rss },
      start: performance
        .getEntriesByType('mark')
        .map(({ name, startTime }) => ({ name, ms: Math.round(startTime) })),
      studio: {
        kind: desk.looks().studio,
        writes: writes(),
        counts,
        files: filesIn(from, disk),
        storage: snapshot?.storage ?? null,
        sync: snapshot?.sync.link ?? null,
        notices: (snapshot?.notices ?? []).map(({ document, recovery, missing, last, movedTo }) => ({
          document,
          recovery,
          missing,
          last,
          moved: movedTo !== null,
        })),
      },
      log: logged(program.logs, disk),
    },
    undefined,
    2,
  );
}

/** Saves the diagnostics where the person wants them. */
export const saveDiagnostics =
  (ports: DiagnosticsPorts): StudioApplication['handlers']['diagnostics/save'] =>
  async () =>
    ports.saveFile(
      `allinea-diagnostica-${romeDay(ports.clock.now())}.json`,
      await diagnosticsText(ports),
      'utf8',
    );
