import type { Brand } from './brand.ts';

export type PersonId = Brand<string, 'PersonId'>;
export type ServiceId = Brand<string, 'ServiceId'>;
export type ItemId = Brand<string, 'ItemId'>;
export type ClientId = Brand<string, 'ClientId'>;
export type CartId = Brand<string, 'CartId'>;
/**
 * The key of one intention sent to the vendor. It is made once, stored before the first send, and
 * never made again (house rule 6).
 */
export type CommandKey = Brand<string, 'CommandKey'>;
export type OrderNumber = Brand<string, 'OrderNumber'>;
/**
 * A quote on this desk, from its first draft. The quote's number is another thing: it is
 * given when the quote is issued.
 */
export type QuoteId = Brand<string, 'QuoteId'>;
/** A fee of the firm's own in a quote. It is unique in its quote; a copy of the quote keeps it. */
export type FeeId = Brand<string, 'FeeId'>;
/** A purchase in Aruba's pages, from its preparation on. Aruba's order number is another thing. */
export type PurchaseId = Brand<string, 'PurchaseId'>;
