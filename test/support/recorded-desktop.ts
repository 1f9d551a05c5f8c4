import type { ReminderTarget } from '../../core/desk/reminders/reminder-groups.ts';
import type { Desktop } from '../../core/host/desktop.ts';
import { err, ok } from '../../core/kernel/result.ts';

/** A desktop that records what it is asked for. The test decides how it answers. */
export function recordedDesktop() {
  const shown: {
    readonly title: string;
    readonly body: string;
    readonly click: () => void;
    readonly read: string;
    readonly markRead: () => void;
  }[] = [];
  const opened: ReminderTarget[] = [];
  const files = new Map<string, string>();
  const writes: string[] = [];
  const is = { willing: true, chosen: 'C/scadenze.ics' as string | null, folderGone: false };
  const desktop: Desktop = {
    async notify(words, heard) {
      if (is.willing) shown.push({ ...words, click: () => heard('clicked'), markRead: () => heard('read') });
      return is.willing;
    },
    calendarFile: {
      choose: async () => is.chosen,
      read: (path) => (is.folderGone ? undefined : files.get(path)),
      write(path, text) {
        if (is.folderGone) return err({ code: 'ENOENT' });
        files.set(path, text);
        writes.push(path);
        return ok(null);
      },
    },
    open: (target) => void opened.push(target),
  };
  return { desktop, shown, opened, files, writes, is };
}
