import { openForgotten } from '../../../core/desk/pending/forgotten.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go, useUi } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** Above every screen until each loss is decided: the vendor has forgotten something. */
export function ForgottenBand() {
  const count = useDesk((desk) => openForgotten(desk.state).length);
  const there = useUi((ui) => ui.route.screen === 'sync');
  if (count === 0 || there) return null;
  return (
    <div className="page notices">
      <Banner
        tone="late"
        action={<Button onPress={() => go({ screen: 'sync' })}>{text('forgotten.show')}</Button>}
      >
        {text('forgotten.band', { count })}
      </Banner>
    </div>
  );
}
