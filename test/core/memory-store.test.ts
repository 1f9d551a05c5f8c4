import { documentStoreContract } from '../electron/document-store-contract.ts';
import { memoryStore } from '../support/memory-store.ts';

documentStoreContract('the memory store of the tests', () => {
  const store = memoryStore<unknown>();
  return {
    open: () => store,
    plant: (content) => {
      store.text = content;
    },
    content: () => store.text,
    aside: (name) => store.movedAside.get(name),
    block: () => {
      store.full = true;
      return () => {
        store.full = false;
      };
    },
  };
});
