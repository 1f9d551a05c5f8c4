import { err, ok } from '../../kernel/result.ts';
import type { Decision as DecisionOr } from '../define-command.ts';
import { viewId, type Shown } from '../rows/saved-view.ts';
import type { AppState } from '../rows/state.ts';
import type { ViewRefusal } from './refusals.ts';

type Decision = DecisionOr<ViewRefusal>;

/** More names than these are no longer found at a glance. */
const mostViews = 30;

/**
 * Saves what a list shows under a name. Replaces the view of that list with the same name; case does not
 * matter. Refused beyond the limit.
 */
export function saveView(
  { workspace: { views } }: AppState,
  { name, shown }: { readonly name: string; readonly shown: Shown },
): Decision {
  const id = viewId(shown.list, name);
  const others = [...views.values()].filter((view) => view.shown.list === shown.list && view.id !== id);
  if (others.length >= mostViews) return err({ reason: 'too-many-views', most: mostViews });
  return ok([{ table: 'views', id, value: { id, name, shown } }]);
}

/** Removes a saved view. Changes nothing if it does not exist. */
export const removeView = ({ workspace: { views } }: AppState, { id }: { readonly id: string }): Decision =>
  ok(views.has(id) ? [{ table: 'views', id, value: null }] : []);
