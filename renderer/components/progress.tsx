import { useEffect, useEffectEvent } from 'react';
import { Button } from './buttons.tsx';
import { Card } from './surfaces.tsx';
import { text } from '../text/text.ts';

/** The progress of work that `label` names. The button and Escape stop it. */
export function Progress({
  label,
  share,
  onStop,
}: {
  readonly label: string;
  readonly share: number;
  readonly onStop: () => void;
}) {
  const stop = useEffectEvent(onStop);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') stop();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Card>
      <div className="card-body row">
        <span role="status">{label}</span>
        <progress className="grow" aria-label={label} value={share} max={1} />
        <span className="muted">{text('import.progress', { percent: Math.floor(share * 100) })}</span>
        <Button onPress={onStop}>{text('import.stop')}</Button>
      </div>
    </Card>
  );
}
