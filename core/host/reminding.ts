import { groupReminders, type Grouped, type ReminderGroup } from '../desk/reminders/reminder-groups.ts';
import { dueReminders, toldRows, type Reminder } from '../desk/reminders/reminders.ts';
import type { AppState, WorkspaceChange } from '../desk/rows/state.ts';
import type { DueReminders, ScreenChange, Telling } from '../bridge/contract.ts';
import { romeMinute, type Day } from '../kernel/day.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Clock, Log } from '../ports.ts';
import type { Desktop } from './desktop.ts';

export interface RemindingPorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly desktop: Pick<Desktop, 'notify' | 'open'>;
  readonly state: () => AppState;
  /**
   * False until the vendor was asked once in this run, or could not be: what an earlier run knew may be weeks
   * old.
   */
  readonly asked: () => boolean;
  /** Makes changes durable, then shows them; throws where it cannot. */
  readonly record: (changes: readonly WorkspaceChange[]) => void;
  /** What is due is no longer what it was. */
  readonly changed: () => void;
}

export interface Reminding {
  /** What is due as far as it was last looked at. */
  due(): DueReminders;
  /** Looks again where these changes, or the day, make a difference at once; tells nobody. */
  follow(changes: readonly ScreenChange[]): void;
  /** Looks again, and says so where something is different. */
  look(): void;
  /** The same, once a minute, and sooner where the vendor has told something. */
  tick(): void;
  tell(words: Telling): Promise<Result<'shown' | 'not-shown' | 'gone', never>>;
  read(key: string): Result<null, never>;
}

const everyMs = 60_000;
/** What a person has just chosen shows at once. */
const atOnce: ReadonlySet<ScreenChange['table']> = new Set(['reminderChoices', 'told'] as const);
/** With thousands of these on their way each would cost a look at every service: the next check has them. */
const soon: ReadonlySet<ScreenChange['table']> = new Set(['services', 'orders', 'outbox'] as const);
const nothing: DueReminders = { toTell: [], onScreen: [] };

const nameOf = ({ id, on, days }: Reminder): string => `${id} ${on} ${days}`;

/**
 * The main process decides what is due, and alone shows it and remembers it; the words are the screen's,
 * because the texts are.
 * A window asks for a group to be told: whichever asks first has it told, for the others it is gone. It
 * counts as told only when the
 * system has shown it, or the person has said so on the screen: what cannot be shown stays there.
 */
export function createReminding({
  clock,
  log,
  desktop,
  state,
  asked,
  record,
  changed,
}: RemindingPorts): Reminding {
  let current = nothing;
  let lastLook = Number.NEGATIVE_INFINITY;
  let lastDay: Day | null = null;
  let stale = false;
  let wasAsked = false;
  /** Told, or being told, in this run: what the disk refused to remember is still not told a second time. */
  const told = new Set<string>();
  /** The system would not show them: on screen until they are read. */
  const onScreen = new Set<string>();

  function sorted(): { readonly toTell: readonly Grouped[]; readonly onScreen: readonly Grouped[] } {
    const all = asked() ? dueReminders(state(), romeMinute(clock.now())) : [];
    const due = all.filter((reminder) => !told.has(nameOf(reminder)));
    return {
      toTell: groupReminders(due.filter((reminder) => !onScreen.has(nameOf(reminder)))),
      onScreen: groupReminders(due.filter((reminder) => onScreen.has(nameOf(reminder)))),
    };
  }

  function refresh(): void {
    const next = sorted();
    current = { toTell: shownOf(next.toTell), onScreen: shownOf(next.onScreen) };
    lastLook = clock.now();
    stale = false;
    wasAsked = asked();
    lastDay = state().today;
  }

  const shownOf = (groups: readonly Grouped[]): readonly ReminderGroup[] => groups.map(({ group }) => group);

  const keys = ({ toTell, onScreen: shown }: DueReminders): string =>
    JSON.stringify([toTell, shown].map((groups) => groups.map(({ key }) => key)));

  function look(): void {
    const before = keys(current);
    refresh();
    if (keys(current) !== before) changed();
  }

  function remember(reminders: readonly Reminder[]): void {
    for (const reminder of reminders) told.add(nameOf(reminder));
    try {
      record(toldRows(state(), reminders));
    } catch {
      log.error('reminders-not-saved');
    }
    look();
  }

  return {
    due: () => current,
    follow(changes) {
      if (state().today !== lastDay || asked() !== wasAsked || changes.some(({ table }) => atOnce.has(table)))
        refresh();
      else if (changes.some(({ table }) => soon.has(table))) stale = true;
    },
    look,
    tick() {
      const passed = clock.now() - lastLook;
      // A clock that was put back must not silence it for as long.
      if (stale || passed >= everyMs || passed < 0) look();
    },
    async tell({ key, title, body }) {
      const found = sorted().toTell.find(({ group }) => group.key === key);
      if (found === undefined) {
        look();
        return ok('gone');
      }
      const names = found.reminders.map(nameOf);
      for (const name of names) told.add(name);
      look();
      const shown = await desktop.notify({ title, body }, () => desktop.open(found.group.target));
      if (shown) remember(found.reminders);
      else {
        for (const name of names) {
          told.delete(name);
          onScreen.add(name);
        }
        log.info('reminder-not-shown');
        look();
      }
      return ok(shown ? 'shown' : 'not-shown');
    },
    read(key) {
      const found = sorted().onScreen.find(({ group }) => group.key === key);
      if (found !== undefined) remember(found.reminders);
      return ok(null);
    },
  };
}
