import type { SeatStatus } from '../../../core/seats/plan-seats.ts';
import { Badge, type Tone } from '../../components/surfaces.tsx';
import { text } from '../../text/text.ts';

const tones: Readonly<Record<Exclude<SeatStatus, 'not-needed'>, Tone>> = {
  assigned: 'ok',
  waiting: 'soon',
  'in-cart': 'accent',
  ordered: 'accent',
  'left-holding': 'late',
};

/**
 * The standing of one person on one service, in a word. A marked cell shows the marked
 * change in a frame instead.
 */
export function CellWord({
  status,
  drafted,
}: {
  readonly status: SeatStatus | undefined;
  readonly drafted: boolean | undefined;
}) {
  if (drafted !== undefined) {
    return (
      <span className="drafted" data-give={drafted}>
        {text(drafted ? 'matrix.to-give' : 'matrix.to-free')}
      </span>
    );
  }
  if (status === undefined || status === 'not-needed')
    return <span className="faint">{text('matrix.nothing')}</span>;
  return <Badge tone={tones[status]}>{text(`matrix.${status}`)}</Badge>;
}
