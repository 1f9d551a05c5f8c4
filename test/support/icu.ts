/**
 * Returns the arguments of a message in ICU syntax, sorted. Throws if its braces do not match. This code
 * shares nothing with the screen's library.
 */
export function argumentsOf(message: string): readonly string[] {
  const names = new Set<string>();
  let at = 0;

  const fail = (why: string): never => {
    throw new Error(`${why} at ${at} of “${message}”`);
  };
  const word = (): string => {
    const found = /^[\s]*([\w=-]+)[\s]*/.exec(message.slice(at));
    if (found === null) return fail('No name');
    at += found[0].length;
    return found[1] ?? '';
  };

  function text(nested: boolean): void {
    while (at < message.length) {
      const one = message.charAt(at);
      if (one === '}') {
        if (!nested) fail('A brace too many');
        return;
      }
      at += 1;
      if (one === '{') argument();
    }
    if (nested) fail('A brace is missing');
  }

  function argument(): void {
    names.add(word());
    if (message.charAt(at) === '}') {
      at += 1;
      return;
    }
    if (message.charAt(at) !== ',') fail('Neither , nor }');
    at += 1;
    const kind = word();
    if (kind !== 'plural' && kind !== 'select') fail(`Unknown form ${kind}`);
    if (message.charAt(at) !== ',') fail('No cases');
    at += 1;
    const cases = new Set<string>();
    while (!/^\s*\}/.test(message.slice(at))) {
      cases.add(word());
      if (message.charAt(at) !== '{') fail('A case without text');
      at += 1;
      text(true);
      at += 1;
    }
    at = message.indexOf('}', at) + 1;
    if (!cases.has('other')) fail('No case “other”');
  }

  text(false);
  return [...names].sort();
}
