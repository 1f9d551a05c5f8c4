declare const brand: unique symbol;

/** A `T` that only its own constructor can make. A plain string is not accepted as a Day or as an id. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
