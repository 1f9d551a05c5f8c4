import { useState } from 'react';
import { FileButton } from '../../components/buttons.tsx';
import { takeStudioFile } from '../../store/studios.ts';
import { text } from '../../text/text.ts';
import { PassphraseDialog } from './passphrase-dialog.tsx';
import { StudioWorkRow } from './studio-work-row.tsx';

/** Opens the file of a studio that was saved here or on another computer. */
export function OpenStudioFile() {
  /** A file that waits for its passphrase. */
  const [locked, setLocked] = useState<File | null>(null);

  async function take(file: File): Promise<void> {
    if (await takeStudioFile(file)) setLocked(file);
  }

  return (
    <>
      <FileButton
        accepts={['.allinea']}
        onSelect={([file]) => {
          if (file !== undefined) void take(file);
        }}
      >
        {text('studio.open-file')}
      </FileButton>
      {locked === null && <StudioWorkRow />}
      {locked !== null && <PassphraseDialog file={locked} onClose={() => setLocked(null)} />}
    </>
  );
}
