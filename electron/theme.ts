// The theme of what Electron draws itself: title bars, menus, the window before its page. It follows the
// theme that the person chose in the open studio, and is kept for the next start.
import { nativeTheme } from 'electron';
import { parse, z } from '../core/kernel/parse.ts';
import type { Log } from '../core/ports.ts';
import type { Settings } from './adapters/settings.ts';
import type { DeskApplication } from './application.ts';

const themeSchema = z.object({ theme: z.enum(['system', 'light', 'dark']) });
export type KeptTheme = z.infer<typeof themeSchema>;

/** Shows the theme of the last run. Returns a function that follows the theme of a desk. */
export function followTheme(
  kept: Settings<KeptTheme>,
  log: Log,
): (desk: Pick<DeskApplication, 'looks' | 'onChanged'>) => void {
  const reading = kept.read();
  const found = reading.ok ? parse(themeSchema, reading.value) : reading;
  nativeTheme.themeSource = found.ok ? found.value.theme : 'system';

  return (desk) => {
    const show = (): void => {
      const { theme } = desk.looks();
      if (nativeTheme.themeSource === theme) return;
      nativeTheme.themeSource = theme;
      try {
        kept.write({ theme });
      } catch {
        log.error('theme.not-saved');
      }
    };
    show();
    desk.onChanged(show);
  };
}
