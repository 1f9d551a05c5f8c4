import { go, useUi } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';

/** Switches between the staff of one service and the matrix of all services. */
export function PeopleViews() {
  const screen = useUi((ui) => ui.route.screen);
  return (
    <div className="chips" role="group" aria-label={text('matrix.views')}>
      <button
        type="button"
        className="chip"
        aria-pressed={screen === 'people'}
        onClick={() => go({ screen: 'people' })}
      >
        {text('matrix.view-list')}
      </button>
      <button
        type="button"
        className="chip"
        aria-pressed={screen === 'matrix'}
        onClick={() => go({ screen: 'matrix' })}
      >
        {text('matrix.view-matrix')}
      </button>
    </div>
  );
}
