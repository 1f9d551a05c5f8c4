import { isVatCode } from '../../../core/kernel/vat-code.ts';
import { payerSchema, type Payer } from '../../../core/orders/payment.ts';
import { text } from '../../text/text.ts';

export type PayerProblems = Readonly<Partial<Record<keyof Payer, string>>>;

export const payerFields = Object.keys(payerSchema.shape) as readonly (keyof Payer)[];

const hints: { readonly [K in keyof Payer]?: () => string } = {
  vatCode: () => text('form.bad-vat'),
  postcode: () => text('form.bad-postcode'),
  province: () => text('form.bad-province'),
  email: () => text('form.bad-email'),
  eInvoiceAddress: () => text('form.bad-einvoice'),
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
        payer[field].trim() === '' ? text('form.required') : (hints[field]?.() ?? text('form.required'));
  }
  return problems;
}
