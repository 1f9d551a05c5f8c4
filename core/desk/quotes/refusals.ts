import type { DocumentRefusal } from '../../quotes/quote-document.ts';
import type { CartRefusal } from '../cart/refusals.ts';

/** Why a quote stays as it is. */
export type QuotesRefusal = CartRefusal | DocumentRefusal;
