import type { AppState } from '../../core/desk/rows/state.ts';
import { hintScreens, type HintScreen } from './hint-screens.ts';
import { useUi } from './ui-store.ts';

/** Whether somebody has worked in this studio: then nobody needs hints here. */
export const isWorkedIn = ({ workspace }: AppState): boolean =>
  [workspace.carts, workspace.quotes, workspace.placements, workspace.purchases, workspace.invoices].some(
    ({ size }) => size > 0,
  );

/** The hint of this screen was seen: it does not come back by itself. */
export function endHint(screen: HintScreen): void {
  useUi.setState(({ hints }) =>
    hints.includes(screen) ? { hints: hints.filter((one) => one !== screen) } : {},
  );
}

/** Every hint comes once more. */
export function showHintsAgain(): void {
  useUi.setState({ hints: hintScreens });
}
