import type { Brand } from './brand.ts';

export type PersonId = Brand<string, 'PersonId'>;
export type ServiceId = Brand<string, 'ServiceId'>;
export type ItemId = Brand<string, 'ItemId'>;
export type ClientId = Brand<string, 'ClientId'>;
export type CartId = Brand<string, 'CartId'>;
/**
 * One intention sent to the vendor: made once, stored before the first send, never made again (house rule 6).
 */
export type CommandKey = Brand<string, 'CommandKey'>;
export type OrderNumber = Brand<string, 'OrderNumber'>;
/**
 * A quote document on this desk, from its first draft on; its number is another thing, given when it is
 * issued.
 */
export type QuoteId = Brand<string, 'QuoteId'>;
