import { useEffect } from 'react';
import type { Present } from '../../../core/shared/presence.ts';
import { bridge } from '../../bridge.ts';
import { useDesk } from '../../store/desk.ts';
import { useUi } from '../../store/ui-store.ts';
import { initialsOf } from '../../text/initials.ts';
import { text } from '../../text/text.ts';
import { useSharedStudio } from './shared-badge.tsx';
import { placeOf, whereabouts } from './whereabouts.ts';

/** Tells the others where this person is, once they have stayed there for a moment. */
export function useTellPlace(): void {
  const shared = useSharedStudio() !== undefined;
  const route = useUi((ui) => ui.route);
  const person = useUi((ui) => ui.personShown);
  useEffect(() => {
    if (!shared) return undefined;
    const place = placeOf(route, person);
    const timer = setTimeout(() => void bridge.call('shared/here', { place }), stayMs);
    return () => clearTimeout(timer);
  }, [shared, route, person]);
}

const stayMs = 400;

/** Who else is here now. A click on a person goes where they are. */
export function Others() {
  const others = onePlaceEach(useDesk((desk) => desk.sync.others));
  if (others.length === 0) return null;
  return (
    <ul className="row plain-list others" aria-label={text('shared-studio.others')}>
      {others.slice(0, mostShown).map((other) => (
        <li key={other.account}>
          <Other other={other} />
        </li>
      ))}
      {others.length > mostShown && (
        <li>
          <small className="muted">+{others.length - mostShown}</small>
        </li>
      )}
    </ul>
  );
}

const mostShown = 5;

/** A person at several computers is one person, where they are last. */
const onePlaceEach = (others: readonly Present[]): readonly Present[] => [
  ...new Map(others.map((other) => [other.account, other])).values(),
];

function Other({ other: { name, place } }: { readonly other: Present }) {
  const state = useDesk((desk) => desk.state);
  const route = useUi((ui) => ui.route);
  const person = useUi((ui) => ui.personShown);
  const at = place === null ? null : whereabouts(place, state);
  const here = placeOf(route, person);
  const same = at?.kind === 'thing' && here.screen === place?.screen && here.id === place.id;
  const words =
    at === null
      ? text('shared-studio.other', { name })
      : text(`shared-studio.other-${same ? 'same' : at.kind}`, { name, place: at.name });
  return (
    <button
      type="button"
      className="avatar other"
      data-same={same || undefined}
      title={words}
      disabled={at === null}
      onClick={() => at?.open()}
    >
      <span aria-hidden="true">{initialsOf(name)}</span>
      <span className="visually-hidden">{words}</span>
    </button>
  );
}
