import { TermHelp } from '../../../components/term-help.tsx';
import { text } from '../../../text/text.ts';

const marks = ['bar', 'window', 'soon', 'end', 'session', 'common'] as const;

/** What the bars and lines of the timeline mean. */
export function TimelineLegend() {
  return (
    <ul className="legend card-body timeline-legend" aria-label={text('renewal-plan.legend')}>
      {marks.map((mark) => (
        <li key={mark}>
          <i data-mark={mark} aria-hidden="true" /> {text(`renewal-plan.legend-${mark}`)}
          {mark === 'window' && <TermHelp term="window" />}
          {mark === 'end' && <TermHelp term="expiry" />}
        </li>
      ))}
    </ul>
  );
}
