import type { NamedHolder } from './invoice.ts';

/** The VAT number or tax code that a line names. A panel user is `ARUBA` and that code. */
export const codeOf = ({ by, code }: NamedHolder): string => (by === 'panel-user' ? code.slice(5) : code);
