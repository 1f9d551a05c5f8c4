import type { PaymentMethod } from '../../core/orders/payment.ts';
import { text } from './text.ts';

/** The name of a payment method; a dash while nobody has said it. */
export const methodName = (method: PaymentMethod | null): string =>
  method === null ? '–' : text(`method.${method}`);
