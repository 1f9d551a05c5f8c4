import * as real from '../../../../../../core/aruba/client.ts';
import type { HttpRequest } from '../../../../../../core/ports.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/aruba/client.ts';

function withoutMatch(request: HttpRequest): HttpRequest {
  const { 'if-match': _, ...headers } = request.headers;
  return { ...request, headers };
}

export const createVendorClient = faulty(real.createVendorClient, {
  'If-Match left out by the client': (access) =>
    real.createVendorClient({ ...access, send: (request) => access.send(withoutMatch(request)) }),
});
