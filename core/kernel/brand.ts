declare const brand: unique symbol;

/** A `T` that only its own constructor can make: a plain string cannot stand in for a Day or an id. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
