import * as real from '../../../../../../../core/host/shared/shared-client.ts';
import { faulty, like } from '../../../../plant.ts';

export * from '../../../../../../../core/host/shared/shared-client.ts';

type Page = ReturnType<real.SharedClient['page']>;
const withPages =
  (
    change: (page: Extract<Awaited<Page>, { kind: 'ok' }>['value']) => typeof page,
  ): typeof real.createSharedClient =>
  (...ports) => {
    const client = real.createSharedClient(...ports);
    return like(client, {
      async page(after, heard) {
        const page = await client.page(after, heard);
        return page.kind === 'ok' ? { ...page, value: change(page.value) } : page;
      },
    });
  };

export const createSharedClient = faulty(real.createSharedClient, {
  'a pull counts before its last page': withPages((page) => ({ ...page, next: null })),
  'another past of the server is not noticed': withPages((page) => ({ ...page, epoch: 'first' })),
  'a copied folder keeps its id': (...ports) => {
    const client = real.createSharedClient(...ports);
    return like(client, {
      async push(commands) {
        const pushed = await client.push(commands);
        return pushed.kind === 'conflict' ? { ...pushed, reason: 'gap' } : pushed;
      },
    });
  },
});
