import * as real from '../../../../../../electron/adapters/envelope.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../electron/adapters/envelope.ts';

export const envelopeOf = faulty(real.envelopeOf, {
  'the sum of a document is not checked': (bytes, program) => {
    const { document } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { readonly document?: unknown };
    if (document === undefined) return real.envelopeOf(bytes, program);
    return { document, isOwn: true, author: undefined };
  },
});
