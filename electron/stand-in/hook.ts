// A Node loader hook: `electron` resolves to the stand-in, everything else as always.
let standIn = '';

/** Node calls it once with the stand-in's address: the bundler may put this file elsewhere, so it cannot tell by itself. */
export function initialize(address: string): void {
  standIn = address;
}

export function resolve<R>(specifier: string, context: object, next: (specifier: string, context: object) => R): R {
  return next(specifier === 'electron' ? standIn : specifier, context);
}
