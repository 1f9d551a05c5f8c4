import { isVatCode } from '../../../core/kernel/vat-code.ts';
import { payerSchema, type Payer } from '../../../core/orders/payment.ts';
import { text } from '../../text/text.ts';

export type PayerProblems = Readonly<Partial<Record<keyof Payer, string>>>;

export const payerFields = Object.keys(payerSchema.shape) as readonly (keyof Payer)[];

const hints: { readonly [K in keyof Payer]?: () => string } = {
  vatCode: () => text('input.bad-vat'),
  postcode: () => text('order-form.bad-postcode'),
  province: () => text('order-form.bad-province'),
  email: () => text('input.bad-email'),
  eInvoiceAddress: () => text('order-form.bad-einvoice'),
};

/** The problem of each field that is missing or wrong. Empty if the form can be sent. */
export function payerProblems(payer: Payer): PayerProblems {
  const problems: Partial<Record<keyof Payer, string>> = {};
  for (const field of payerFields) {
    const fits =
      payerSchema.shape[field].safeParse(payer[field]).success &&
      (field !== 'vatCode' || isVatCode(payer.vatCode.trim()));
    if (!fits)
      problems[field] =
        payer[field].trim() === '' ? text('input.required') : (hints[field]?.() ?? text('input.required'));
  }
  return problems;
}
