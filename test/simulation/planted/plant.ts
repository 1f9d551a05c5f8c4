import type { PlantedName } from './all-planted.ts';

let active: PlantedName | null = null;

/** Plants one fault, or none. It stays until the next call. */
export function plant(name: PlantedName | null): void {
  active = name;
}

const planted = new Set<string>();

/** The faults that the loaded doubles hold. */
export const plantedNames = (): ReadonlySet<string> => planted;

type AnyFunction = (...args: never[]) => unknown;

/**
 * The real function, until one of `faults` is planted: then the faulty one. The faulty one is typed by the
 * real one, so the compiler finds a fault that no longer fits.
 */
export function faulty<F extends AnyFunction>(
  real: F,
  faults: Readonly<Partial<Record<PlantedName, NoInfer<F>>>>,
): F {
  for (const name of Object.keys(faults)) planted.add(name);
  const chosen = (...args: Parameters<F>): unknown =>
    ((active === null ? undefined : faults[active]) ?? real)(...args);
  return chosen as F;
}

/** The same object with other members. Its getters stay getters, unlike in a copy. */
export const like = <T extends object>(real: T, members: Partial<NoInfer<T>>): T =>
  Object.assign(Object.create(real) as T, members);
