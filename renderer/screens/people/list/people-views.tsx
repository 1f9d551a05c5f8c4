import { Chips } from '../../../components/chips.tsx';
import { go, useUi } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';

/** Switches between the staff of one service and the matrix of all services. */
export function PeopleViews() {
  const screen = useUi((ui) => ui.route.screen);
  return (
    <Chips
      label={text('matrix.views')}
      choices={[
        { id: 'people', label: text('matrix.view-list') },
        { id: 'matrix', label: text('matrix.view-matrix') },
      ]}
      value={screen === 'matrix' ? 'matrix' : 'people'}
      onChange={(to) => go({ screen: to })}
    />
  );
}
