import type { DocumentStore, Secrets } from '../../core/ports.ts';

/** Secrets in a document, as the next start of a process finds them. Nothing is encrypted. */
export function storedSecrets(store: DocumentStore<Readonly<Record<string, string>>>): Secrets {
  const reading = store.read();
  const known = new Map(Object.entries((reading.ok ? reading.value : undefined) ?? {}));
  return {
    read: (name) => known.get(name),
    write(name, value) {
      if (value === undefined) known.delete(name);
      else known.set(name, value);
      store.write(Object.fromEntries(known));
    },
  };
}
