import { useState } from 'react';
import { text } from '../text/text.ts';
import { Button } from './buttons.tsx';

/** Saves a list as a PDF, which takes the shell some seconds if it is long. */
export function PdfButton({ save }: { readonly save: () => Promise<void> }) {
  const [printing, setPrinting] = useState(false);
  async function print(): Promise<void> {
    setPrinting(true);
    await save();
    setPrinting(false);
  }
  return (
    <Button prints isDisabled={printing} onPress={() => void print()}>
      {text(printing ? 'sheet.printing' : 'export.pdf')}
    </Button>
  );
}
