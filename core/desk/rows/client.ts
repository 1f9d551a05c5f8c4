import type { ClientId } from '../../kernel/id.ts';

/** A client of the firm that may have no service yet. */
export interface Client {
  readonly id: ClientId;
  readonly name: string;
  readonly vatCode: string;
}
