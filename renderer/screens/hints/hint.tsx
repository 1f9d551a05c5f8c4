import { useEffect } from 'react';
import { Button } from '../../components/buttons.tsx';
import type { HintScreen } from '../../store/hint-screens.ts';
import { endHint } from '../../store/hints.ts';
import { text } from '../../text/text.ts';

/** The hint of a screen. It goes when it is closed, or when the person goes on to another screen. */
export function Hint({ screen }: { readonly screen: HintScreen }) {
  useEffect(() => () => endHint(screen), [screen]);
  return (
    <HintLine
      screen={screen}
      onDone={() => {
        endHint(screen);
        // The button takes the focus with it.
        document.getElementById('page-title')?.focus({ preventScroll: true });
      }}
    />
  );
}

export function HintLine({ screen, onDone }: { readonly screen: HintScreen; readonly onDone: () => void }) {
  return (
    <div className="hint" role="note" aria-label={text('hint.label')}>
      <span>{text(`hint.${screen}`)}</span>
      <Button kind="quiet" onPress={onDone}>
        {text('hint.done')}
      </Button>
    </div>
  );
}
