import { useState, type ReactNode } from 'react';
import { Button } from '../../../components/buttons.tsx';
import { Card } from '../../../components/surfaces.tsx';
import { TextArea } from '../../../components/text-area.tsx';
import { text } from '../../../text/text.ts';

/** Where services come from: a file or a pasted text. */
export function ImportSources({
  over,
  choose,
  onPaste,
}: {
  readonly over: boolean;
  readonly choose: ReactNode;
  readonly onPaste: (pasted: string) => void;
}) {
  const [pasted, setPasted] = useState('');
  return (
    <div className="halves">
      <Card>
        <div className="card-body">
          <div className="drop-zone" data-drop-target={over || undefined}>
            <p>{text('service-import.drop')}</p>
            {choose}
            <p className="faint">{text('service-import.hint')}</p>
          </div>
        </div>
      </Card>
      <Card>
        <div className="card-body stack">
          <TextArea
            label={text('service-import.paste')}
            hint={text('service-import.paste-hint')}
            value={pasted}
            onChange={setPasted}
          />
          <div>
            <Button onPress={() => onPaste(pasted)}>{text('service-import.read-paste')}</Button>
          </div>
        </div>
      </Card>
    </div>
  );
}
