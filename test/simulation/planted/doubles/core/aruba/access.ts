import * as real from '../../../../../../core/aruba/access.ts';
import { tokenSchema } from '../../../../../../core/aruba/protocol.ts';
import type { HttpAnswer } from '../../../../../../core/ports.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../core/aruba/access.ts';

/** The same answer, but a token in it has already ended. */
function shortLived(answer: HttpAnswer): HttpAnswer {
  if (answer.kind !== 'answer') return answer;
  const token = tokenSchema.safeParse(real.readJson(answer.body));
  return token.success ? { ...answer, body: JSON.stringify({ ...token.data, expires_in: 1 }) } : answer;
}

export const createAccess = faulty(real.createAccess, {
  'a token renewed for every request': (ports) =>
    real.createAccess({ ...ports, fetch: async (request) => shortLived(await ports.fetch(request)) }),
});
