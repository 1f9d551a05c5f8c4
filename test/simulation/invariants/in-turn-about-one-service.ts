import type { HttpRequest } from '../../../core/ports.ts';
import type { Client } from '../client.ts';
import type { Invariant } from '../invariant.ts';

const everything = '*';

/** The service of a command, or the client of a first purchase, as the request says it. Null: no command. */
function serviceOf({ method, path, headers, body }: HttpRequest): string | null {
  if (method === 'GET' || headers['idempotency-key'] === undefined) return null;
  const inPath = /^\/api\/v2\/services\/([^/]+)\//.exec(path)?.[1];
  if (inPath !== undefined) return inPath;
  if (path.startsWith('/api/v2/carts/')) return null;
  if (path !== '/api/v2/orders') return everything;
  const { purchase } = JSON.parse(body ?? '') as {
    readonly purchase: { readonly serviceId?: string; readonly vatCode?: string };
  };
  return purchase.serviceId ?? purchase.vatCode ?? everything;
}

/**
 * Two commands about one service are never on their way together, whatever the network does with them. A
 * cancellation may be about any service, so it travels alone.
 */
export const inTurnAboutOneService: Invariant = {
  name: 'in turn about one service',
  watch({ broken }) {
    const onTheirWay = new Map<Client, HttpRequest[]>();
    const of = (client: Client): readonly HttpRequest[] => onTheirWay.get(client) ?? [];
    return {
      sent(client, request) {
        const service = serviceOf(request);
        if (service === null) return;
        for (const other of of(client).map(serviceOf))
          if (service === everything || other === everything || other === service)
            broken(`Commands about ${service} and ${other} are on their way together`);
        onTheirWay.set(client, [...of(client), request]);
      },
      answered(client, request) {
        onTheirWay.set(
          client,
          of(client).filter((other) => other !== request),
        );
      },
      started: (client) => void onTheirWay.delete(client),
    };
  },
};
