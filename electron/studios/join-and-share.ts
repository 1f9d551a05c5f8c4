// What joins a shared studio and shares one's own. It is loaded when a person asks for it: it knows all rows
// of a studio, and would hold the main process at every start.
import type { IdSource } from '../../core/ports.ts';
import type { ServerFetch } from '../adapters/server-fetch.ts';
import type { ServerHere } from '../studio-server/server-here.ts';
import type { StudioCallPorts } from './studio-calls.ts';

export const joinAndShare = (ports: {
  readonly server: Pick<ServerHere, 'start' | 'invite'>;
  readonly fetchOf: ServerFetch;
  readonly ids: IdSource;
}): Pick<StudioCallPorts, 'join' | 'share'> => ({
  join: async (wish) => (await import('./join-studio.ts')).joinStudio(wish, ports.fetchOf, ports.ids),
  share: async (wish) => (await import('./share-studio.ts')).shareStudio(wish, ports),
});
