import type { DocumentStore } from '../../../../../../core/ports.ts';
import * as real from '../../../../../../electron/adapters/document-store.ts';
import { nodeDisk } from '../../../../../../electron/adapters/node-disk.ts';
import { faulty } from '../../../plant.ts';

export * from '../../../../../../electron/adapters/document-store.ts';

/** One signature, because a generic function has none of its own to be typed by. */
const open = (place: string, name: string, options?: real.DocumentPlace): DocumentStore<unknown> =>
  real.openDocument(place, name, options);

export const openDocument = faulty(open, {
  'a readable document that somebody put there is overwritten': (place, name, options) => {
    const store = open(place, name, options);
    return {
      ...store,
      write(document) {
        const putBack = store.write(document);
        if (putBack !== null) (options?.disk ?? nodeDisk).remove(`${place}/${putBack}`);
        return null;
      },
    };
  },
  'a damaged document is overwritten': (place, name, options) => {
    const store = open(place, name, options);
    return {
      ...store,
      moveAside(why) {
        const aside = store.moveAside(why);
        if (aside !== null) (options?.disk ?? nodeDisk).remove(`${place}/${aside}`);
        return aside;
      },
    };
  },
}) as typeof real.openDocument;
