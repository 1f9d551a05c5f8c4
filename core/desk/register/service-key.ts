import type { ServiceDetails } from '../../register/fields.ts';

/**
 * How a service is recognised: by its VAT code, else its tax code, else its holder; and by its kind, because
 * one holder may have both kinds. Two lists that name the same service give the same key.
 */
export const serviceKey = ({ vatCode, taxCode, holder, kind }: ServiceDetails): string =>
  `${(vatCode ?? taxCode ?? holder ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')}/${kind ?? ''}`;
