// What the page and the main process tell each other about the studios of a data folder.
import type { Command } from '../desk/command.ts';

/** A sample has a simulated vendor; a studio of one's own has a register of facts (rule J1). */
export const studioKinds = ['sample', 'own'] as const;
export type StudioKind = (typeof studioKinds)[number];

export interface StudioEntry {
  readonly id: string;
  readonly name: string;
  readonly kind: StudioKind;
}

/** The commands by which a studio takes over people, rules and price lists of another one. */
export const copyCommands = ['people/import', 'price-list/put', 'firm/settings'] as const;
export type CopyCommand = Extract<Command, { type: (typeof copyCommands)[number] }>;

export type StudioRefusal =
  | { readonly reason: 'studio-exists'; readonly name: string }
  | { readonly reason: 'unknown-studio' }
  | { readonly reason: 'too-many-studios'; readonly most: number }
  /** A folder of an older version holds the documents themselves: there is no folder to move. */
  | { readonly reason: 'old-folder' }
  | { readonly reason: 'studio-is-open' }
  /** Another computer has the data folder open (rule J6). */
  | { readonly reason: 'read-only' }
  /** The file is no studio that Allinea saved, or it is cut off. */
  | { readonly reason: 'no-studio-file' }
  /** The file unpacks to more than any studio, or takes too long: it was not opened. */
  | { readonly reason: 'studio-file-too-large' }
  /** A part of the file is not what was saved. */
  | { readonly reason: 'damaged-studio-file'; readonly file: string }
  | { readonly reason: 'passphrase-needed' }
  | { readonly reason: 'wrong-passphrase' }
  /** A file under a passphrase that is damaged or cut off. */
  | { readonly reason: 'damaged-locked-file' }
  /** A newer version of Allinea saved it. */
  | { readonly reason: 'newer-studio-file' }
  /** A newer Allinea wrote the studio's data. Nothing was touched. `author`: its version, or `none`. */
  | { readonly reason: 'newer-data'; readonly author: string }
  /** The copy could not be written, so nothing was done. */
  | { readonly reason: 'not-written'; readonly code: string }
  /** The folder could not be written or opened. `code` is the system's short word for why. */
  | { readonly reason: 'studio-not-opened'; readonly code: string };

/** A studio that was to open at the start and did not. */
export interface StudioProblem {
  readonly id: string;
  readonly refusal: StudioRefusal;
}
