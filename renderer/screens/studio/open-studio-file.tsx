import { FileTrigger } from 'react-aria-components';
import { Button } from '../../components/controls.tsx';
import { takeStudioFile } from '../../store/studios.ts';
import { text } from '../../text/text.ts';

/** Opens the file of a studio that was saved here or on another computer. */
export function OpenStudioFile() {
  return (
    <FileTrigger
      acceptedFileTypes={['.allinea']}
      onSelect={(files) => {
        const file = files?.[0];
        if (file !== undefined) void takeStudioFile(file);
      }}
    >
      <Button>{text('studio.open-file')}</Button>
    </FileTrigger>
  );
}
