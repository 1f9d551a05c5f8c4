// What the page and the main process tell each other about a studio that several people share.
import type { Refusal } from '../desk/command.ts';
import type { SharedRole } from '../desk/rows/shared-rows.ts';
import type { BadInput } from '../kernel/parse.ts';
import type { Result } from '../kernel/result.ts';
import type { MemberRefusal, SharedMember } from '../shared/members.ts';
import type { Place } from '../shared/presence.ts';
import type { SignInCall, StudioRefusal } from './studios.ts';

/** Whether this computer is the server of its shared studios. `code`: the system's short word for why not. */
export type ServerState =
  | { readonly kind: 'none' | 'starting' | 'running' }
  | { readonly kind: 'failed'; readonly code: string };

/** What an administrator wants of the members. `account`: null for a person who is no member yet. */
export type MembersCall =
  | { readonly kind: 'list' }
  | {
      readonly kind: 'invite';
      readonly account: string | null;
      readonly name: string;
      readonly role: SharedRole;
    }
  | { readonly kind: 'role'; readonly account: string; readonly role: SharedRole }
  | { readonly kind: 'end'; readonly account: string }
  | { readonly kind: 'revoke'; readonly desk: string };

export interface MembersNow {
  readonly members: readonly SharedMember[];
  /** The links of an invitation, one for each address of the server. They work once, all together. */
  readonly links: readonly string[];
}

export type MembersRefusal =
  | { readonly reason: MemberRefusal }
  | { readonly reason: 'server-not-reached' }
  /** The server does not know this desk, or its person does not administer. */
  | { readonly reason: 'not-allowed' };

/** What a member wants of the own password. `secret`: of the app for codes. */
export type PasswordCall =
  | { readonly kind: 'look' | 'remove' | 'new-secret' | 'no-code' }
  | { readonly kind: 'set'; readonly password: string }
  | { readonly kind: 'code'; readonly secret: string; readonly code: string };

export interface PasswordNow {
  readonly set: boolean;
  /** Whether a code is asked for with it. */
  readonly code: boolean;
  /** The links of the studio, one for each address of the server. */
  readonly links: readonly string[];
  /** A new secret for an app. `uri`: as the app reads it from a picture. */
  readonly app: { readonly secret: string; readonly uri: string } | null;
}

export type PasswordRefusal = {
  readonly reason: 'server-not-reached' | 'not-allowed' | 'wrong-code' | 'no-password';
};

export interface SharedCalls {
  /** Joins again with the desk that is open, whose access has ended or whose secret is lost. */
  readonly 'shared/rejoin': {
    readonly takes: { readonly link: string; readonly signIn: SignInCall | null };
    readonly gives: Result<null, Refusal | StudioRefusal>;
  };
  /** Takes a command off the tray that the server has refused. */
  readonly 'shared/let-go': {
    readonly takes: { readonly id: string };
    readonly gives: Result<null, Refusal>;
  };
  /**
   * Gives a command of the tray once more, as things are now, or another one of its type instead. If it is
   * refused, it stays in the tray.
   */
  readonly 'shared/again': {
    readonly takes: { readonly id: string; readonly instead?: { readonly type: string } };
    readonly gives: Result<null, Refusal>;
  };
  /** Tells the others where the person is. */
  readonly 'shared/here': {
    readonly takes: { readonly place: Place | null };
    readonly gives: Result<null, never>;
  };
  readonly 'shared/members': {
    readonly takes: MembersCall;
    readonly gives: Result<MembersNow, MembersRefusal>;
  };
  readonly 'shared/password': {
    readonly takes: PasswordCall;
    readonly gives: Result<PasswordNow, PasswordRefusal>;
  };
  /** Whether this computer is the server. */
  readonly 'shared/server': { readonly takes: null; readonly gives: ServerState };
  /**
   * Makes this computer the server, puts the open studio on it, and opens the studio anew as shared. `name`:
   * the person who shares it, as the others see them.
   */
  readonly 'studios/share': {
    readonly takes: { readonly name: string };
    readonly gives: Result<null, BadInput | StudioRefusal>;
  };
}

export const sharedCallNames = [
  'shared/rejoin',
  'shared/let-go',
  'shared/again',
  'shared/here',
  'shared/members',
  'shared/password',
  'shared/server',
  'studios/share',
] as const satisfies readonly (keyof SharedCalls)[];
