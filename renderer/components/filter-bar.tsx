import type { ReactNode } from 'react';
import { text } from '../text/text.ts';
import { Button } from './buttons.tsx';
import { inSight } from './in-sight.ts';

/** A filter that is on, in words. */
export interface ActiveFilter {
  readonly text: string;
  readonly remove: () => void;
}

/** A removed filter takes its button with it. The focus then goes to the first list of the row. */
const focusFilters = (): void => inSight('[data-filters] .select-button')?.focus({ preventScroll: true });

/** A row of filters. Below it stand those that are on, each with a button that removes it. */
export function FilterBar({
  active,
  onClear,
  count,
  all,
  children,
}: {
  readonly active: readonly ActiveFilter[];
  readonly onClear: () => void;
  /** How many services pass, and how many there are. */
  readonly count: number;
  readonly all: number;
  readonly children: ReactNode;
}) {
  return (
    <>
      <div className="row row-wrap" data-filters>
        {children}
      </div>
      {active.length > 0 && (
        <div className="row row-wrap">
          <div className="chips row-wrap" role="group" aria-label={text('arrangement.on')}>
            {active.map((filter) => (
              <button
                key={filter.text}
                type="button"
                className="chip"
                data-on
                aria-label={text('arrangement.remove', { filter: filter.text })}
                onClick={() => {
                  filter.remove();
                  focusFilters();
                }}
              >
                {filter.text} <span aria-hidden="true">×</span>
              </button>
            ))}
          </div>
          <ClearButton onClear={onClear} />
          <span className="muted" role="status">
            {text('arrangement.shown', { count, all })}
          </span>
        </div>
      )}
    </>
  );
}

function ClearButton({ onClear }: { readonly onClear: () => void }) {
  return (
    <Button
      onPress={() => {
        onClear();
        focusFilters();
      }}
    >
      {text('arrangement.clear')}
    </Button>
  );
}

/** Says which filters let nothing through, and how to remove them. */
export function NoMatch({
  active,
  onClear,
}: {
  readonly active: readonly ActiveFilter[];
  readonly onClear: () => void;
}) {
  return (
    <div className="empty">
      <p>
        {text('arrangement.nothing', { filters: active.map((filter) => filter.text).join('; ') })}{' '}
        {text('arrangement.how-to-clear')}
      </p>
      <ClearButton onClear={onClear} />
    </div>
  );
}
