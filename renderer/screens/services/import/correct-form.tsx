import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-aria-components';
import { cleanCell } from '../../../../core/formats/spreadsheet/cell.ts';
import type { ServiceList } from '../../../../core/register/import/read-service-list.ts';
import { Button } from '../../../components/buttons.tsx';
import { TextField } from '../../../components/controls.tsx';
import { text } from '../../../text/text.ts';
import { columnText } from './column-text.ts';
import { likelyTexts } from './likely.ts';
import type { Line } from './lines.ts';
import { rejectSentence } from './reject-sentence.ts';

type Fault = Extract<Line, { kind: 'form' }>['fault'];

/**
 * The cells of a rejected row as they were read. Only the wrong one needs typing. The arrow down takes what
 * it probably meant. Enter reads the row again.
 */
export function CorrectForm({
  list: { found },
  fault,
  onRead,
  onClose,
}: {
  readonly list: ServiceList;
  readonly fault: Fault;
  readonly onRead: (cells: readonly string[]) => void;
  readonly onClose: () => void;
}) {
  const { header, sheet } = found;
  const read = (sheet.rows.find(({ row }) => row === fault.row)?.cells ?? []).map(cleanCell);
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(new Map());
  const valueAt = (index: number): string => typed.get(index) ?? read[index] ?? '';
  const wrong = header.columns.find((column) => column.header === fault.column)?.index;
  const likely = likelyTexts(fault.reason);
  const beyond = read.slice(header.headers.length).filter((cell) => cell !== '');
  const form = useRef<HTMLDivElement>(null);
  // The whole form is in sight, with its buttons.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const set = (index: number, value: string): void => setTyped(new Map([...typed, [index, value]]));

  function takeNext(): void {
    if (wrong === undefined || likely.length === 0) return;
    set(wrong, likely[(likely.indexOf(valueAt(wrong)) + 1) % likely.length] ?? '');
  }
  const send = (): void => onRead(header.headers.map((_, index) => valueAt(index)));
  return (
    <div ref={form} role="group" aria-label={text('service-import.correct-row', { row: fault.row })}>
      <Form
        data-own-enter
        className="import-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {wrong === undefined && <p className="field-error">{rejectSentence(fault.reason)}</p>}
        {beyond.length > 0 && (
          <p className="field-error">{text('service-import.extra-cells', { cells: beyond.join(' | ') })}</p>
        )}
        <div className="columns-grid">
          {header.columns.map(({ field, header: name, index }, at) => (
            <TextField
              key={index}
              label={header.row === 0 || name === '' ? columnText(field) : name}
              value={valueAt(index)}
              error={index === wrong ? rejectSentence(fault.reason) : undefined}
              autoFocus={index === wrong || (wrong === undefined && at === 0)}
              onChange={(value) => set(index, value)}
              onKeyDown={(event) => {
                if (event.key === 'ArrowDown' && index === wrong) takeNext();
                else if (event.key === 'Escape') onClose();
                else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
                else return;
                event.stopPropagation();
              }}
            />
          ))}
        </div>
        <span className="row row-wrap">
          <Button type="submit">
            {text('service-import.read-again')} <kbd>↵</kbd>
          </Button>
          {wrong !== undefined &&
            likely.map((value, at) => (
              <Button key={value} onPress={() => set(wrong, value)}>
                {text('service-import.take-likely', { likely: value })} {at === 0 && <kbd>↓</kbd>}
              </Button>
            ))}
          <Button onPress={onClose}>{text('shell.close')}</Button>
        </span>
      </Form>
    </div>
  );
}
