// Joins a shared studio: makes the files of a desk that knows the server.
import { randomBytes } from 'node:crypto';
import type { SignInCall, StudioRefusal } from '../../core/bridge/studios.ts';
import { joinedStudio } from '../../core/host/shared/joined-studio.ts';
import { applyChanges, type WorkspaceRows } from '../../core/desk/rows/state.ts';
import { emptyWorkspace } from '../../core/desk/rows/tables.ts';
import { parse, parseText } from '../../core/kernel/parse.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import { stored } from '../../core/persistence/check.ts';
import { schemaVersion, type WorkspaceDocument } from '../../core/persistence/documents.ts';
import type { IdSource } from '../../core/ports.ts';
import { readStudioLink } from '../../core/shared/invitation.ts';
import { answers, statuses, type Paired } from '../../core/shared/protocol.ts';
import { signInRefusal, signInWords } from '../../core/shared/sign-in.ts';
import { enveloped } from '../adapters/envelope.ts';
import type { ServerFetch } from '../adapters/server-fetch.ts';
import { thisWriter } from '../adapters/this-program.ts';
import { thisComputer } from './computer.ts';
import type { ReadStudio } from './studio-file.ts';

const timeoutMs = 20_000;

export interface JoinedStudio {
  readonly files: ReadStudio;
  /** The desk's own secret. It is in none of the files. */
  readonly token: string;
}

type Place = NonNullable<ReturnType<typeof readStudioLink>>;

/** Makes a desk on the server, with a secret of its own. An invitation is used up; or a member signs in. */
export async function pairDesk(
  { address, fingerprint, studio, code }: Place,
  signIn: SignInCall | null,
  fetchOf: ServerFetch,
  ids: Pick<IdSource, 'next'>,
): Promise<Result<{ readonly paired: Paired; readonly token: string }, StudioRefusal>> {
  if (code === null && signIn === null) return err({ reason: 'password-needed' });
  const words = code === null ? parse(signInWords, signIn) : null;
  if (words?.ok === false) return err({ reason: 'wrong-code' });
  const token = randomBytes(32).toString('base64url');
  const desk = { client: ids.next(), token, computer: thisComputer().name };
  const answer = await fetchOf({ address, fingerprint })({
    method: 'POST',
    path: `/v1/studios/${studio}/${words === null ? 'pair' : 'sign-in'}`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(words === null ? { code, ...desk } : { ...words.value, ...desk }),
    timeoutMs,
  });
  if (answer.kind !== 'answer') return err({ reason: 'server-not-reached' });
  if (answer.status === statuses.tooMany) return err({ reason: 'too-many-codes' });
  if (answer.status === statuses.notKnown)
    return err({ reason: words === null ? 'invitation-used' : 'wrong-password' });
  const refused = answer.status === statuses.notAllowed ? parseText(signInRefusal, answer.body) : null;
  if (refused?.ok === true) return err({ reason: refused.value.reason });
  const paired = parseText(answers.paired, answer.body);
  return answer.status === statuses.ok && paired.ok
    ? ok({ paired: paired.value, token })
    : err({ reason: 'server-not-reached' });
}

export async function joinStudio(
  { link, signIn }: { readonly link: string; readonly signIn: SignInCall | null },
  fetchOf: ServerFetch,
  ids: Pick<IdSource, 'next'>,
): Promise<Result<JoinedStudio, StudioRefusal>> {
  const place = readStudioLink(link);
  if (place === undefined) return err({ reason: 'no-invitation' });
  const { address, fingerprint, studio } = place;
  const made = await pairDesk(place, signIn, fetchOf, ids);
  if (!made.ok) return made;
  const { paired, token } = made.value;
  const { studioName, ...desk } = paired;
  const tables = emptyWorkspace();
  applyChanges<WorkspaceRows>(tables, joinedStudio(desk, { address, fingerprint, studio }));
  const document: WorkspaceDocument = {
    schemaVersion,
    seq: 0,
    end: null,
    recent: '',
    mended: [],
    tables: stored(tables),
  };
  const text = enveloped(JSON.stringify(document), thisWriter);
  return ok({ files: { name: studioName, kind: 'own', files: [{ name: 'workspace.json', text }] }, token });
}
