import { useMemo } from 'react';
import { useDesk } from '../../store/desk.ts';
import { initialsOf } from '../../text/initials.ts';
import { text } from '../../text/text.ts';

/** Who looks at something now. */
export interface Lookers {
  readonly names: readonly string[];
}

const nobody: ReadonlyMap<string, Lookers> = new Map();

/** The names of those who look at something of this screen now, by its id. Empty outside a shared studio. */
export function useLookers(screen: string): ReadonlyMap<string, Lookers> {
  const others = useDesk((desk) => desk.sync.others);
  return useMemo(() => {
    if (others.length === 0) return nobody;
    const lookers = new Map<string, Lookers>();
    // A person at several computers counts once for each thing.
    for (const { name, place } of others) {
      if (place?.screen !== screen || place.id === null) continue;
      const known = lookers.get(place.id)?.names ?? [];
      if (!known.includes(name)) lookers.set(place.id, { names: [...known, name] });
    }
    return lookers;
  }, [others, screen]);
}

/** Says in a row of a list who looks at it now. Nothing if nobody does. */
export function RowMark({ lookers }: { readonly lookers: Lookers | undefined }) {
  const [first, ...others] = lookers?.names ?? [];
  if (first === undefined) return null;
  const words = text('shared-studio.row', { names: [first, ...others].join(', ') });
  return (
    <span className="avatar other row-mark" title={words}>
      <span aria-hidden="true">{others.length > 0 ? others.length + 1 : initialsOf(first)}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
