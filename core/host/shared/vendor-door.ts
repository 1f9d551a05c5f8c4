// The vendor of a shared studio as one of its desks meets it: through the server.
import type { SyncStatus } from '../../bridge/sync-status.ts';
import type { AppState, WorkspaceTables } from '../../desk/rows/state.ts';
import { simulatorActionSchema } from '../../aruba/protocol.ts';
import { parseText } from '../../kernel/parse.ts';
import { err, ok } from '../../kernel/result.ts';
import { syncStatusOf } from '../sync-status.ts';
import type { VendorExchange } from '../vendor-exchange.ts';
import type { SharedClient } from './shared-client.ts';

/** As the server last knew it, with what waits here. Empty in a studio of one's own. */
export function vendorStatus({
  confirmed,
  state,
}: {
  readonly confirmed: WorkspaceTables;
  readonly state: () => AppState;
}): Pick<SyncStatus, 'vendor'> {
  const mark = confirmed.vendorMarks.get('vendor');
  if (mark === undefined) return {};
  const { link, lastSync } = mark;
  return { vendor: syncStatusOf(state(), { link, lastSync, nextTry: null }, null) };
}

export const createVendorDoor = (
  client: Pick<SharedClient, 'vendor'>,
): Pick<VendorExchange, 'signIn' | 'signOut' | 'simulator'> => ({
  async signIn(username, password) {
    const said = await client.vendor({ kind: 'sign-in', username, password });
    if (said.kind === 'ok') return said.value.refusal === null ? ok(null) : err(said.value.refusal);
    // Nobody knows whether the vendor was asked, if the server did not answer.
    const unknown = said.kind === 'problem' && said.problem === 'offline';
    return err({ reason: unknown ? 'no-answer' : 'unreachable' });
  },
  signOut: () => void client.vendor({ kind: 'sign-out' }),
  async simulator({ body }) {
    const action = body === undefined ? null : parseText(simulatorActionSchema, body);
    if (action?.ok === false) return { kind: 'unreachable' };
    const said = await client.vendor({ kind: 'simulator', action: action?.value ?? null });
    return said.kind === 'ok' && said.value.said !== undefined
      ? { kind: 'answer', status: 200, headers: {}, body: said.value.said }
      : { kind: 'unreachable' };
  },
});
