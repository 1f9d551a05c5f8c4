import { useEffect } from 'react';
import type { Place, Present } from '../../../core/shared/presence.ts';
import { bridge } from '../../bridge.ts';
import { useDesk } from '../../store/desk.ts';
import { go, useUi, type Route } from '../../store/ui-store.ts';
import { initialsOf } from '../../text/initials.ts';
import { text } from '../../text/text.ts';
import { useSharedStudio } from './shared-badge.tsx';

/** The place of a route, as it travels: the screen, and the one thing that it is about. */
function placeOf(route: Route): Place {
  const about = Object.entries(route).find(([field]) => field !== 'screen')?.[1];
  return { screen: route.screen, id: typeof about === 'string' ? about : null };
}

/** Tells the others where this person is, once they have stayed there for a moment. */
export function useTellPlace(): void {
  const shared = useSharedStudio() !== undefined;
  const route = useUi((ui) => ui.route);
  useEffect(() => {
    if (!shared) return undefined;
    const timer = setTimeout(() => void bridge.call('shared/here', { place: placeOf(route) }), stayMs);
    return () => clearTimeout(timer);
  }, [shared, route]);
}

const stayMs = 400;

/** Who else is here now. A click on a person who is at a service goes there. */
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
  const services = useDesk((desk) => desk.state.replica.services);
  const route = useUi((ui) => ui.route);
  const service = place?.screen === 'service' && place.id !== null ? services.get(place.id) : undefined;
  const here = placeOf(route);
  const same = here.screen === place?.screen && here.id === place.id;
  const words =
    service === undefined
      ? text('shared-studio.other', { name })
      : text(same ? 'shared-studio.other-same' : 'shared-studio.other-at', { name, holder: service.holder });
  return (
    <button
      type="button"
      className="avatar other"
      data-same={(same && service !== undefined) || undefined}
      title={words}
      disabled={service === undefined}
      onClick={() => service !== undefined && go({ screen: 'service', serviceId: service.id })}
    >
      <span aria-hidden="true">{initialsOf(name)}</span>
      <span className="visually-hidden">{words}</span>
    </button>
  );
}
