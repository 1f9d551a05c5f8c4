import { keepStamps } from '../formats/calendar/update-ics.ts';
import type { CalendarFeed } from '../desk/rows/calendar-feed.ts';
import type { AppState, WorkspaceChange } from '../desk/rows/state.ts';
import type { Calls } from '../bridge/contract.ts';
import type { SaveRefusal } from '../bridge/refusals.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { ChosenFile, Clock, Log } from '../ports.ts';

export interface CalendarFilePorts {
  readonly file: ChosenFile;
  readonly clock: Clock;
  readonly log: Log;
  readonly state: () => AppState;
  /** Makes changes durable, then shows them. Throws if it cannot. */
  readonly record: (changes: readonly WorkspaceChange[]) => void;
}

export interface CalendarFile {
  choose(
    wish: Calls['calendar/choose']['takes'],
  ): Promise<Result<{ readonly path: string } | null, SaveRefusal>>;
  update(content: string): Result<null, never>;
  stop(): Result<null, never>;
  /** Tries again to write what could not be written. */
  tick(): void;
}

/**
 * Keeps the chosen calendar file up to date. The screen writes the words; only the person chooses the path.
 * The file is written if its events differ, never just because time has passed.
 */
export function createCalendarFile({ file, clock, log, state, record }: CalendarFilePorts): CalendarFile {
  /** The content that should be in the file but could not be written. */
  let wanted: string | null = null;

  function remember(value: CalendarFeed | null): void {
    try {
      record([{ table: 'calendarFeeds', id: 'firm', value }]);
    } catch {
      log.error('calendar-not-saved');
    }
  }

  /** `problem`: the system's short word for why it failed, or null if the events are in the file now. */
  function write(
    path: string,
    content: string,
  ): { readonly problem: string | null; readonly written: boolean } {
    const before = file.read(path);
    const text = keepStamps(before ?? '', content);
    if (text === before) return { problem: null, written: false };
    const done = file.write(path, text);
    if (!done.ok) log.error('calendar-not-written', { code: done.error.code });
    return { problem: done.ok ? null : done.error.code.slice(0, 40), written: done.ok };
  }

  function update(content: string): Result<null, never> {
    const feed = state().workspace.calendarFeeds.get('firm');
    if (feed === undefined) return ok(null);
    const { problem, written } = write(feed.path, content);
    wanted = problem === null ? null : content;
    if (written || problem !== feed.problem)
      remember({ ...feed, problem, writtenAt: written ? clock.now() : feed.writtenAt });
    return ok(null);
  }

  return {
    async choose({ name, content }) {
      const path = await file.choose(name);
      if (path === null) return ok(null);
      const { problem } = write(path, content);
      if (problem !== null) return err({ reason: 'not-written', code: problem });
      wanted = null;
      remember({ id: 'firm', path, writtenAt: clock.now(), problem: null });
      return ok({ path });
    },
    update,
    stop() {
      wanted = null;
      if (state().workspace.calendarFeeds.has('firm')) remember(null);
      return ok(null);
    },
    tick() {
      if (wanted !== null) update(wanted);
    },
  };
}
