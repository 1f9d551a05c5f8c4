import { useRef } from 'react';
import { Button } from '../../../components/buttons.tsx';
import { copyElement } from '../../../components/copy.ts';
import { toast } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';

/** A button that copies a value for Aruba's page. `short`: the value stands beside it. */
export function CopyButton({ value, short = false }: { readonly value: string; readonly short?: boolean }) {
  const hidden = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={hidden} className="visually-hidden" aria-hidden="true">
        {value}
      </span>
      <Button
        {...(short ? { 'aria-label': text('purchase-step.copy', { value }) } : {})}
        onPress={() => {
          if (hidden.current !== null && copyElement(hidden.current))
            toast(text('purchase-step.copied', { value }));
        }}
      >
        {short ? text('panel.copy') : text('purchase-step.copy', { value })}
      </Button>
    </>
  );
}
