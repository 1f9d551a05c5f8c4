/**
 * The same function. It keeps its last answers as long as it is asked about the same objects: a screen that
 * is opened again works nothing out. `work` must depend on nothing but its arguments.
 */
export function remembered<A extends readonly unknown[], R>(
  work: (...args: A) => R,
  answers = 1,
): (...args: A) => R {
  let known: readonly { readonly args: A; readonly value: R }[] = [];
  return (...args) => {
    const found = known.find((one) => one.args.every((arg, index) => Object.is(arg, args[index])));
    const answer = found ?? { args, value: work(...args) };
    known = [answer, ...known.filter((one) => one !== answer)].slice(0, answers);
    return answer.value;
  };
}

/**
 * A function that gives its argument back, or an earlier one as long as the two are the same in what counts.
 * What is remembered about the earlier one is then not worked out anew.
 */
export function keptWhile<T>(same: (earlier: T, now: T) => boolean): (now: T) => T {
  let known: { readonly value: T } | null = null;
  return (now) => {
    if (known === null || !same(known.value, now)) known = { value: now };
    return known.value;
  };
}
