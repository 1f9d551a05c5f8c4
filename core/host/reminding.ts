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
   * False until this run has asked the vendor once, or has tried to. Data of an earlier run may be weeks old.
   */
  readonly asked: () => boolean;
  /** Makes changes durable, then shows them. Throws if it cannot. */
  readonly record: (changes: readonly WorkspaceChange[]) => void;
  /** Called if the due reminders have changed. */
  readonly changed: () => void;
}

export interface Reminding {
  /** The reminders that were due at the last look. */
  due(): DueReminders;
  /** Looks again if these changes, or a new day, matter at once. Does not call `changed`. */
  follow(changes: readonly ScreenChange[]): void;
  /** Looks again, and calls `changed` if something is different. */
  look(): void;
  /** Looks again once a minute, and sooner after changes from the vendor. */
  tick(): void;
  tell(words: Telling): Promise<Result<'shown' | 'not-shown' | 'gone', never>>;
  read(key: string): Result<null, never>;
}

const everyMs = 60_000;
/** A person's choice shows at once. */
const atOnce: ReadonlySet<ScreenChange['table']> = new Set(['reminderChoices', 'told'] as const);
/**
 * Thousands of these may arrive, and each look visits every service. The next tick
 * looks once for all of them.
 */
const soon: ReadonlySet<ScreenChange['table']> = new Set(['services', 'orders', 'outbox'] as const);
const nothing: DueReminders = { toTell: [], onScreen: [] };

const nameOf = ({ id, on, days }: Reminder): string => `${id} ${on} ${days}`;

/**
 * The main process decides what is due, shows it and remembers it. The screen writes the words, because it
 * has the texts. A window asks to show a group: the first window that asks gets it, and the others are
 * answered `gone`. A group counts as shown only if the system showed it or the person read it on the screen.
 * Whether or not the system showed it, it stays on the screen of this run until it is read.
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
  /**
   * Reminders that this run has shown or is showing. They are not shown twice, even if the
   * disk refused to store that.
   */
  const told = new Set<string>();
  /** Reminders that the system could not show. They stay on the screen until they are read. */
  const onScreen = new Set<string>();
  /**
   * Reminders that the system says it has shown in this run, by name. It may have suppressed them without a
   * word, so they stay on the screen too, until they are read.
   */
  const unread = new Map<string, Reminder>();

  /** The state as if the unread reminders had not been told: what they are about may be settled meanwhile. */
  function untold(): AppState {
    const now = state();
    if (unread.size === 0) return now;
    const ids = new Set([...unread.values()].map(({ id }) => id));
    const rows = [...now.workspace.told].filter(([id]) => !ids.has(id));
    return { ...now, workspace: { ...now.workspace, told: new Map(rows) } };
  }

  function sorted(): { readonly toTell: readonly Grouped[]; readonly onScreen: readonly Grouped[] } {
    const all = asked() ? dueReminders(untold(), romeMinute(clock.now())) : [];
    const isShown = (name: string): boolean => unread.has(name) || (onScreen.has(name) && !told.has(name));
    return {
      toTell: groupReminders(
        all.filter((reminder) => !told.has(nameOf(reminder)) && !onScreen.has(nameOf(reminder))),
      ),
      onScreen: groupReminders(all.filter((reminder) => isShown(nameOf(reminder)))),
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
      if (reminders.length > 0) record(toldRows(state(), reminders));
    } catch {
      log.error('reminders-not-saved');
    }
    look();
  }

  /** The person has seen them. What the system had shown is remembered already. */
  function wereRead(reminders: readonly Reminder[]): void {
    const names = new Set(reminders.map(nameOf));
    const kept = new Set([...unread.keys()].filter((name) => names.has(name)));
    for (const name of kept) unread.delete(name);
    remember(reminders.filter((reminder) => !kept.has(nameOf(reminder))));
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
      // A clock that was set back must not stop the reminders for that long.
      if (stale || passed >= everyMs || passed < 0) look();
    },
    async tell({ key, ...words }) {
      const found = sorted().toTell.find(({ group }) => group.key === key);
      if (found === undefined) {
        look();
        return ok('gone');
      }
      const names = found.reminders.map(nameOf);
      for (const name of names) told.add(name);
      look();
      const shown = await desktop.notify(words, (what) => {
        if (what === 'clicked') desktop.open(found.group.target);
        wereRead(found.reminders);
      });
      if (shown) {
        for (const reminder of found.reminders) unread.set(nameOf(reminder), reminder);
        remember(found.reminders);
      } else {
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
      if (found !== undefined) wereRead(found.reminders);
      return ok(null);
    },
  };
}
