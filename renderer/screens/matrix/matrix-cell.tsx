import type { SeatStatus } from '../../../core/seats/plan-seats.ts';
import { text } from '../../text/text.ts';

/** The marks of the grid, as the legend below it names them. */
export const cellMarks = ['assigned', 'waiting', 'in-cart', 'ordered', 'left-holding'] as const;

/**
 * The standing of one person on one service: a small mark, and its word for who does not see it. A marked
 * cell shows the marked change instead. An empty cell is quiet.
 */
export function CellWord({
  status,
  drafted,
}: {
  readonly status: SeatStatus | undefined;
  readonly drafted: boolean | undefined;
}) {
  if (drafted !== undefined) {
    const words = text(drafted ? 'matrix.to-give' : 'matrix.to-free');
    return (
      <span className="drafted" data-give={drafted} title={words}>
        {words.slice(0, 1)}
        <span className="visually-hidden">{words.slice(1)}</span>
      </span>
    );
  }
  if (status === undefined || status === 'not-needed')
    return <span className="visually-hidden">{text('matrix.nothing')}</span>;
  const word = text(`matrix.${status}`);
  return (
    <span className="cell-mark" data-status={status} title={word}>
      <span className="visually-hidden">{word}</span>
    </span>
  );
}
