import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { Cart } from '../../../core/orders/cart.ts';
import type { Quote } from '../../../core/quotes/quote.ts';
import { Button, TextField } from '../../components/controls.tsx';
import { submit } from '../../store/actions.ts';
import { text } from '../../text/text.ts';

/** The convention code of a professional order: Inseriscilo, then Ok, as in Aruba's cart (rule C3). */
export function Convention({ cart, quote }: { readonly cart: Cart; readonly quote: Quote }) {
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState('');

  async function insert(): Promise<void> {
    if (code.trim() === '' || !(await submit({ type: 'cart/convention', cartId: cart.id, code }))) return;
    setOpen(false);
    setCode('');
  }

  if (quote.discount !== null) {
    return (
      <div className="row spread">
        <span>{text('convention.applied', { code: quote.discount.code, percent: quote.discount.basisPoints / 100 })}</span>
        <button type="button" className="link" onClick={() => void submit({ type: 'cart/convention', cartId: cart.id, code: null })}>
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
      <TextField className="grow" label={text('convention.label')} value={code} onChange={setCode} autoFocus />
      <Button type="submit">{text('convention.ok')}</Button>
    </Form>
  );
}
