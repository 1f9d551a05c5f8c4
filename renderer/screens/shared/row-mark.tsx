import { useMemo } from 'react';
import { useDesk } from '../../store/desk.ts';
import { initialsOf } from '../../text/initials.ts';
import { text } from '../../text/text.ts';

const nobody: ReadonlyMap<string, string> = new Map();

/** The names of those who look at something of this screen now, by its id. Empty outside a shared studio. */
export function useLookers(screen: string): ReadonlyMap<string, string> {
  const others = useDesk((desk) => desk.sync.others);
  return useMemo(() => {
    if (others.length === 0) return nobody;
    const names = new Map<string, string>();
    // A person at several computers counts once for each thing.
    for (const { name, place } of others) {
      if (place?.screen !== screen || place.id === null) continue;
      const known = names.get(place.id);
      if (known === undefined) names.set(place.id, name);
      else if (!known.split(', ').includes(name)) names.set(place.id, `${known}, ${name}`);
    }
    return names;
  }, [others, screen]);
}

/** Says in a row of a list who looks at it now. Nothing if nobody does. */
export function RowMark({ names }: { readonly names: string | undefined }) {
  if (names === undefined) return null;
  const words = text('shared-studio.row', { names });
  return (
    <span className="avatar other row-mark" title={words}>
      <span aria-hidden="true">{names.includes(', ') ? names.split(', ').length : initialsOf(names)}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
