import type { Party } from './invoice.ts';

/** A supplier whose invoices are read. */
export interface Supplier {
  readonly name: string;
  readonly vatCode: string;
  readonly taxCode: string;
}

/** Aruba's two companies. A person can add others. */
export const arubaSuppliers: readonly Supplier[] = [
  { name: 'Aruba PEC S.p.A.', vatCode: '01879020517', taxCode: '01879020517' },
  { name: 'Aruba S.p.A.', vatCode: '01573850516', taxCode: '04552920482' },
];

/**
 * The supplier of a file, by its VAT number, or by its tax code if the file has no VAT number. Only
 * CedentePrestatore is asked: every firm that sends through Aruba has Aruba's number as IdTrasmittente and in
 * the file's name.
 */
export const supplierOf = (party: Party, suppliers: readonly Supplier[]): Supplier | undefined =>
  suppliers.find(({ vatCode, taxCode }) =>
    party.vatCode === '' ? party.taxCode !== '' && party.taxCode === taxCode : party.vatCode === vatCode,
  );
