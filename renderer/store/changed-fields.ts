/**
 * The fields of a form that differ from what stood in it when it opened. A command carries only them: what a
 * colleague changes of the others meanwhile stays.
 */
export const changedFields = <T extends object>(before: T, after: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(after).filter(([field, value]) => value !== before[field as keyof T]),
  ) as Partial<T>;
