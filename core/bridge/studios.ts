// What the page and the main process tell each other about the studios of a data folder.
import type { Command } from '../desk/command.ts';
import type { BadInput } from '../kernel/parse.ts';
import type { Result } from '../kernel/result.ts';

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
  /** The address is neither https nor on this computer, or it holds a password. */
  | { readonly reason: 'unsafe-address' }
  /** Only a sample studio has a vendor whose place can be chosen. */
  | { readonly reason: 'no-vendor' }
  /** The person stopped it. Everything is as before. */
  | { readonly reason: 'stopped' }
  /** A newer version of Allinea saved it. */
  | { readonly reason: 'newer-studio-file' }
  /** A newer Allinea wrote the studio's data. Nothing was touched. `author`: its version, or `none`. */
  | { readonly reason: 'newer-data'; readonly author: string }
  /** The copy could not be written, so nothing was done. */
  | { readonly reason: 'not-written'; readonly code: string }
  /** The text is no link of a shared studio. */
  | { readonly reason: 'no-invitation' }
  /** The server of the invitation was not reached, or is no server of Allinea. */
  | { readonly reason: 'server-not-reached' }
  /** The invitation is for another studio than the one that is open. */
  | { readonly reason: 'other-invitation' }
  /** The link is another member's (`other`), and what `own` has given here waits to be sent. */
  | { readonly reason: 'other-member'; readonly own: string; readonly other: string }
  /** The sample’s simulated vendor is not inside the program. */
  | { readonly reason: 'sample-not-shared' }
  | { readonly reason: 'already-shared' }
  /** This computer could not become the server. `code`: the system's short word for why. */
  | { readonly reason: 'server-not-started'; readonly code: string }
  /** So many wrong codes came to the server that it takes none for a minute. */
  | { readonly reason: 'too-many-codes' }
  /** The invitation was used, or has ended. */
  | { readonly reason: 'invitation-used' }
  /** The link is that of the studio: who has no invitation gives name and password. */
  | { readonly reason: 'password-needed' }
  /** No member of this name has this password. */
  | { readonly reason: 'wrong-password' }
  /** The password is right. A code of the member's app is asked for, too. */
  | { readonly reason: 'code-needed' }
  | { readonly reason: 'wrong-code' }
  /** The folder could not be written or opened. `code` is the system's short word for why. */
  | { readonly reason: 'studio-not-opened'; readonly code: string };

/** Who signs in at the server of a shared studio. `code`: of the member's app; null if none is asked for. */
export interface SignInCall {
  readonly name: string;
  readonly password: string;
  readonly code: string | null;
}

/** Work on the file of a studio, and the share of it that is done, from 0 to 1. */
export interface StudioWork {
  readonly kind: 'reading' | 'packing';
  readonly share: number;
}

/** A studio that was to open at the start and did not. */
export interface StudioProblem {
  readonly id: string;
  readonly refusal: StudioRefusal;
}

/** The calls about the studios themselves. */
export interface StudioCalls {
  readonly 'studios/list': {
    readonly takes: null;
    readonly gives: {
      readonly studios: readonly StudioEntry[];
      readonly open: string | null;
      readonly problem: StudioProblem | null;
    };
  };
  /** Closes the open studio and opens another one. The page is then loaded anew. */
  readonly 'studios/open': {
    readonly takes: { readonly id: string };
    readonly gives: Result<null, BadInput | StudioRefusal>;
  };
  /** Makes a studio and opens it. The sample exists once: it is opened if it is there. */
  readonly 'studios/create': {
    /** `operator`: the answer to "Chi sei?" (rule J6); null if it was left open. */
    readonly takes: { readonly kind: StudioKind; readonly name: string; readonly operator: string | null };
    readonly gives: Result<null, BadInput | StudioRefusal>;
  };
  /** Opens another studio and carries out there what the open one is to give it (rule J1). */
  readonly 'studios/copy': {
    readonly takes: { readonly to: string; readonly commands: readonly CopyCommand[] };
    readonly gives: Result<null, BadInput | StudioRefusal>;
  };
  /** Saves the whole studio as one file, if wanted under a passphrase. Null if the person cancels. */
  readonly 'studios/export': {
    readonly takes: { readonly id: string; readonly passphrase: string | null };
    readonly gives: Result<{ readonly path: string } | null, BadInput | StudioRefusal>;
  };
  /** Makes a studio from a file of `studios/export`, in base64, and opens it. */
  readonly 'studios/import': {
    readonly takes: { readonly content: string; readonly passphrase: string | null };
    readonly gives: Result<null, BadInput | StudioRefusal>;
  };
  /**
   * Where the vendor of the open sample studio is; null for the simulator inside the program. Without
   * `confirmed` the address is only checked. Once chosen, the person is signed out and the studio opens anew.
   */
  readonly 'studios/backend': {
    readonly takes: { readonly address: string | null; readonly confirmed: boolean };
    readonly gives: Result<{ readonly address: string | null }, BadInput | StudioRefusal>;
  };
  /** The file of a studio that is being read or packed; null if none is. */
  readonly 'studios/progress': { readonly takes: null; readonly gives: StudioWork | null };
  /** Stops reading or packing the file of a studio: everything is as before. Its call answers `stopped`. */
  readonly 'studios/stop': { readonly takes: null; readonly gives: Result<null, never> };
  /**
   * Makes a desk of a shared studio, and opens it. `link`: of an invitation, which works once; or of the
   * studio, with `signIn`.
   */
  readonly 'studios/join': {
    readonly takes: { readonly link: string; readonly signIn: SignInCall | null };
    readonly gives: Result<null, BadInput | StudioRefusal>;
  };
  /**
   * Saves the closed studio as one file, then moves its folder aside; nothing is deleted. Null if the person
   * cancels: nothing was done then.
   */
  readonly 'studios/remove': {
    readonly takes: { readonly id: string };
    readonly gives: Result<{ readonly path: string } | null, BadInput | StudioRefusal>;
  };
}
