import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { Figures } from '../../core/quotes/figures.ts';
import { Button } from './buttons.tsx';
import { TextField } from './controls.tsx';
import { text } from '../text/text.ts';

/**
 * The convention code of a professional order, in a cart or a quote (rule C3). The steps are those of Aruba's
 * cart: "Inseriscilo", then "Ok".
 */
export function Convention({
  discount,
  onCode,
}: {
  readonly discount: Figures['discount'];
  /** Resolves to true if the code was accepted. */
  readonly onCode: (code: string | null) => Promise<boolean>;
}) {
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState('');

  async function insert(): Promise<void> {
    if (code.trim() === '' || !(await onCode(code))) return;
    setOpen(false);
    setCode('');
  }

  if (discount !== null) {
    return (
      <div className="row spread">
        <span>
          {text('convention.applied', { code: discount.code, percent: discount.basisPoints / 100 })}
        </span>
        <button type="button" className="link" onClick={() => void onCode(null)}>
          {text('convention.remove')}
        </button>
      </div>
    );
  }
  if (!open) {
    return (
      <div className="row spread">
        <span className="muted">{text('convention.label')}</span>
        <button type="button" className="link" onClick={() => setOpen(true)}>
          {text('convention.insert')}
        </button>
      </div>
    );
  }
  return (
    <Form
      className="row convention"
      onSubmit={(event) => {
        event.preventDefault();
        void insert();
      }}
    >
      <TextField
        className="grow"
        label={text('convention.label')}
        value={code}
        onChange={setCode}
        autoFocus
      />
      <Button type="submit">{text('convention.ok')}</Button>
    </Form>
  );
}
