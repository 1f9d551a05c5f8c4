import { useRef } from 'react';
import { Button } from '../../../components/controls.tsx';
import { copyElement } from '../../../components/copy.ts';
import { toast } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';

/** A button that copies a value into Aruba's page. */
export function CopyButton({ value }: { readonly value: string }) {
  const hidden = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={hidden} className="visually-hidden" aria-hidden="true">
        {value}
      </span>
      <Button
        onPress={() => {
          if (hidden.current !== null && copyElement(hidden.current))
            toast(text('purchase-step.copied', { value }));
        }}
      >
        {text('purchase-step.copy', { value })}
      </Button>
    </>
  );
}
