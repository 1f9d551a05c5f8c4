import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../../components/buttons.tsx';
import { Card } from '../../../components/surfaces.tsx';
import { text } from '../../../text/text.ts';

/**
 * The panel of a step. When the purchase has just gone on, its first field takes the focus, or else its main
 * button, so that a person can go through all steps by keyboard.
 */
export function StepCard({
  title,
  takesFocus = false,
  aside,
  children,
}: {
  readonly title: string;
  readonly takesFocus?: boolean;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    const field = body.current?.querySelector<HTMLElement>('input[type="text"]');
    const main = body.current?.querySelector<HTMLElement>('button[data-goes-on]');
    (field ?? main ?? body.current?.querySelector('button'))?.focus();
  }, [takesFocus]);
  return (
    <Card title={title} aside={aside}>
      <div className="card-body stack" ref={body}>
        {children}
      </div>
    </Card>
  );
}

/** The main button of a step, which Ctrl+Enter presses too. */
export function GoOn({
  label = text('purchase-step.tick'),
  isDisabled = false,
  onPress,
}: {
  readonly label?: string;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <Button kind="primary" data-goes-on isDisabled={isDisabled} onPress={onPress}>
      {label}
    </Button>
  );
}
