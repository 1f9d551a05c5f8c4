import { useRef, useState } from 'react';
import { countText } from '../text/format.ts';
import { text } from '../text/text.ts';
import { Button } from './buttons.tsx';
import { useOpenedAnew } from '../store/use-opened-anew.ts';

/** The first rows of a list, and what its end needs to show more of them. */
export interface FirstRows<T> {
  readonly first: readonly T[];
  readonly total: number;
  /** True once the person has asked for more. */
  readonly grown: boolean;
  /** How many the next press adds; 0 if all are shown. */
  readonly next: number;
  readonly showMore: () => void;
}

/**
 * Shows the first `step` rows of a list, and `step` more whenever the person asks. It begins anew with
 * another search and when the screen is opened anew, not when rows come or go.
 */
export function useFirstRows<T>(rows: readonly T[], step: number, search = ''): FirstRows<T> {
  const [asked, setAsked] = useState({ search, count: step });
  const count = asked.search === search ? asked.count : step;
  useOpenedAnew(() => setAsked((now) => (now.count === step ? now : { ...now, count: step })));
  return {
    first: rows.slice(0, count),
    total: rows.length,
    grown: count > step,
    next: Math.max(0, Math.min(step, rows.length - count)),
    showMore: () => setAsked({ search, count: count + step }),
  };
}

/** The end of a long list: how many rows are shown, and a button for more. Nothing for a short one. */
export function MoreRows({
  list: { first, total, grown, next, showMore },
}: {
  readonly list: FirstRows<unknown>;
}) {
  const line = useRef<HTMLDivElement>(null);
  if (next === 0 && !grown) return null;
  return (
    <div ref={line} tabIndex={-1} className="card-body row spread">
      <span className="muted" role="status">
        {text('rows.shown', { count: countText(first.length), total: countText(total) })}
      </span>
      {next > 0 && (
        <Button
          onPress={() => {
            // The button goes with the last rows: the focus must stay at this place.
            if (first.length + next === total) line.current?.focus();
            showMore();
          }}
        >
          {text('rows.more', { count: countText(next) })}
        </Button>
      )}
    </div>
  );
}
