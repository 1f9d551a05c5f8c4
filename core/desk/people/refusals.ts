import type { UnknownRow } from '../define-command.ts';

/** Why nothing was changed about people and clients. */
export type PeopleRefusal =
  | UnknownRow
  /** Somebody else has changed it after the person began to. */
  | { readonly reason: 'changed-by-other' }
  | { readonly reason: 'duplicate-email'; readonly email: string }
  | { readonly reason: 'end-before-start'; readonly name: string }
  | { readonly reason: 'bad-vat-code'; readonly vatCode: string }
  | { readonly reason: 'duplicate-client'; readonly name: string }
  | { readonly reason: 'already-a-client'; readonly holder: string }
  | { readonly reason: 'person-holds-seats'; readonly name: string; readonly holders: readonly string[] }
  | { readonly reason: 'both-hold-seats'; readonly name: string; readonly holders: readonly string[] }
  | { readonly reason: 'notes-too-long'; readonly characters: number; readonly most: number };
