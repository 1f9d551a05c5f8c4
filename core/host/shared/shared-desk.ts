// Carries out the commands of a desk whose studio lies on a server: each is durable here before it is shown,
// and waits until the server has decided it.
import type { Command, Refusal } from '../../desk/command.ts';
import { madeBy, type Made } from '../../desk/made.ts';
import type { Looks } from '../../desk/rows/looks.ts';
import type { SharedStudio, WaitingCommand } from '../../desk/rows/shared-rows.ts';
import type { WorkspaceChange } from '../../desk/rows/state.ts';
import { stepSubjects } from '../../desk/step-subjects.ts';
import { offered, type Direction, type Undoable } from '../../desk/undo.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Day } from '../../kernel/day.ts';
import type { Clock, IdSource, Log } from '../../ports.ts';
import { longestCommand, type SharedCommand, type SharedRefusal } from '../../shared/protocol.ts';
import { mayDo } from '../../shared/roles.ts';
import type { CommandDesk } from '../command-desk.ts';
import type { Writing } from '../writing.ts';
import type { Shown, ShownRows } from './shown-rows.ts';
import { createSharedSteps } from './shared-steps.ts';

export interface SharedDeskPorts {
  readonly shown: ShownRows;
  readonly studio: () => SharedStudio;
  readonly writing: Pick<Writing, 'keep'>;
  readonly clock: Clock;
  readonly today: () => Day;
  readonly ids: IdSource;
  readonly log: Log;
  /** Called with the rows that look different. */
  readonly publish: (changes: Shown) => void;
  /** Something waits for the server. */
  readonly wake: () => void;
}

/** A command that waits: its id, its rows, the rows before it, and the ids of what it makes. */
interface Given {
  readonly cid: string;
  readonly done: readonly WorkspaceChange[];
  readonly inverse: readonly WorkspaceChange[];
  readonly made: Made;
}

export function createSharedDesk(ports: SharedDeskPorts): CommandDesk {
  const { shown, studio, writing, clock, today, ids, log } = ports;
  const steps = createSharedSteps();

  const notSaved = (problem: unknown): Result<never, Refusal> => {
    log.error('write-failed');
    return err({ reason: 'not-saved', detail: problem instanceof Error ? problem.message : 'unknown' });
  };

  /**
   * Makes the command durable, then shows what it does here until the server has decided it. `noted` comes
   * before anybody is told: what can be undone is told with the rows.
   */
  function give(
    command: SharedCommand,
    rows: readonly WorkspaceChange[] | null,
    noted: (given: Given) => void,
  ): Result<Given, Refusal> {
    const now = studio();
    if (!mayDo(now.role, command.type)) return err({ reason: 'not-allowed' });
    if (JSON.stringify(command).length > longestCommand) return err({ reason: 'too-much-at-once' });
    const seq = now.lastSeq + 1;
    const waiting: WaitingCommand = {
      id: ids.next(),
      seq,
      at: clock.now(),
      day: today(),
      command,
      rows: rows === null ? null : [...rows],
      state: 'waiting',
      version: null,
      refusal: null,
    };
    const decided = shown.decide(waiting);
    if (!decided.ok) return err(asRefusal(decided.error));
    // The history is only added to, also by an undo.
    const done = decided.value.filter(({ table }) => table !== 'history');
    const inverse = done
      .map(
        (change) =>
          ({ ...change, value: shown.tables[change.table].get(change.id) ?? null }) as WorkspaceChange,
      )
      .reverse();
    // The tray names it so, should the server refuse it.
    // An erasing names nobody.
    const about = command.type === 'person/erase' ? undefined : stepSubjects(shown.state(), done, inverse);
    const own: WorkspaceChange[] = [
      { table: 'waiting', id: waiting.id, value: { ...waiting, ...(about && { about }) } },
      { table: 'sharedStudio', id: 'studio', value: { ...now, lastSeq: seq } },
    ];
    try {
      writing.keep(own);
    } catch (problem) {
      return notSaved(problem);
    }
    const given = {
      cid: waiting.id,
      done,
      inverse,
      made: madeBy(shown.state(), decided.value),
    };
    const changes = [...shown.keep(own), ...shown.add(waiting, decided.value)];
    noted(given);
    ports.publish(changes);
    ports.wake();
    return ok(given);
  }

  function keep(changes: readonly WorkspaceChange[]): readonly WorkspaceChange[] {
    writing.keep(changes);
    shown.keep(changes);
    return changes;
  }

  function commit(changes: readonly WorkspaceChange[]): Result<readonly WorkspaceChange[], Refusal> {
    try {
      return ok(keep(changes));
    } catch (problem) {
      return notSaved(problem);
    }
  }

  /** Language and theme are this computer's: anybody may choose them, and they never travel. */
  function choose(looks: Partial<Looks>): Result<Made, Refusal> {
    const now = studio();
    const value: SharedStudio = { ...now, looks: { ...now.looks, ...looks } };
    const kept = commit([{ table: 'sharedStudio', id: 'studio', value }]);
    if (!kept.ok) return kept;
    ports.publish(kept.value);
    return ok({});
  }

  /** A role that was lowered since may not give the command any more, nor take it back. */
  const mayTakeBack = ({ type }: Pick<Undoable, 'type'>): boolean =>
    mayDo(studio().role, 'undo') && mayDo(studio().role, type);

  function offer(direction: Direction): Undoable | null {
    const step = steps.next(direction, shown.tables);
    return step === null || !mayTakeBack(step) ? null : offered(step);
  }

  return {
    submit(command: Command) {
      const looks = looksAlone(command);
      if (looks !== undefined) return choose(looks);
      const given = give(command, null, ({ cid, done, inverse }) =>
        steps.remember(cid, command, stepSubjects(shown.state(), done, inverse), done, inverse),
      );
      return given.ok ? ok(given.value.made) : given;
    },
    step(direction) {
      const step = steps.next(direction, shown.tables);
      if (step === null) return err({ reason: direction === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo' });
      if (!mayTakeBack(step)) return err({ reason: 'not-allowed' });
      const given = give({ type: 'undo', cid: step.cid }, step.inverse, ({ cid }) =>
        steps.taken(direction, cid),
      );
      return given.ok ? ok(offered(step)) : given;
    },
    record: (changes) => keep(changes),
    commit,
    offer: () => ({
      undoable: offer('undo'),
      redoable: offer('redo'),
    }),
  };
}

/** What a command chooses that is about language and theme alone; undefined for any other. */
function looksAlone(command: Command): Partial<Looks> | undefined {
  if (command.type !== 'firm/settings') return undefined;
  const { type: _, rule, offPolicy, ...looks } = command;
  return rule === undefined && offPolicy === undefined ? looks : undefined;
}

/** A refusal that only the server can give does not come from deciding here. */
const asRefusal = (refusal: SharedRefusal): Refusal =>
  refusal.reason === 'changed-since' || refusal.reason === 'broken' ? { reason: 'nothing-to-undo' } : refusal;
