// A value as a text, and back, as the structured clone of Electron's IPC copies it: what has no prototype of
// its own keeps its kind, references and rings stay, functions and symbols are refused. Both functions are
// also sent to the page as text, so they may use nothing from outside themselves.

/** A value as a text, and beside it the long texts in it: inside, each quote in them would be escaped. */
export interface CloneText {
  readonly text: string;
  readonly long: readonly string[];
}

/** Throws for what cannot be cloned. */
export function toText(value: unknown): CloneText {
  const longText = 50_000;
  const long: string[] = [];
  /**
   * Each value once: a primitive as it is, anything else as [kind, ...], with its parts: a short text stands
   * there itself, anything else by its number. Thousands of texts are copied without a look at each.
   */
  const parts: unknown[] = [];
  const known = new Map<unknown, number>();

  function bytesOf(buffer: ArrayBufferLike): string {
    let characters = '';
    for (const byte of new Uint8Array(buffer)) characters += String.fromCharCode(byte);
    return btoa(characters);
  }

  function written(item: object): readonly unknown[] {
    const kind = Object.prototype.toString.call(item).slice(8, -1);
    if (Array.isArray(item))
      return ['Array', ...Array.from(item, (one: unknown, at) => (at in item ? partOf(one) : -1))];
    if (ArrayBuffer.isView(item)) {
      const { buffer, byteOffset, byteLength } = item;
      return [kind, partOf(buffer), byteOffset, 'length' in item ? item.length : byteLength];
    }
    switch (kind) {
      case 'Date':
        return [kind, partOf((item as Date).getTime())];
      case 'RegExp':
        return [kind, (item as RegExp).source, (item as RegExp).flags];
      case 'Map':
        return [kind, ...[...(item as Map<unknown, unknown>)].flat().map(partOf)];
      case 'Set':
        return [kind, ...[...(item as Set<unknown>)].map(partOf)];
      case 'Error': {
        const { name, message, stack } = item as Error;
        return [kind, name, message, partOf(stack)];
      }
      case 'ArrayBuffer':
        return [kind, bytesOf(item as ArrayBuffer)];
      case 'Boolean':
      case 'Number':
      case 'String':
      case 'BigInt':
        return ['Object-of', partOf(item.valueOf())];
      case 'Object':
        return [kind, ...Object.entries(item).flatMap(([key, one]) => [key, partOf(one)])];
      default:
        throw new Error('An object could not be cloned.');
    }
  }

  /** What stands for an item inside of another. */
  const partOf = (item: unknown): string | number =>
    typeof item === 'string' && item.length < longText ? item : numberOf(item);

  function numberOf(item: unknown): number {
    // Not looked up: a map would read all of it.
    if (typeof item === 'string' && item.length >= longText)
      return parts.push(['long', long.push(item) - 1]) - 1;
    const before = known.get(item);
    // A map finds 0 for -0.
    if (before !== undefined && !Object.is(item, -0)) return before;
    const number = parts.push(null) - 1;
    if (!Object.is(item, -0)) known.set(item, number);
    if (typeof item === 'function' || typeof item === 'symbol')
      throw new Error('An object could not be cloned.');
    if (item === undefined) parts[number] = ['undefined'];
    else if (typeof item === 'bigint') parts[number] = ['bigint', String(item)];
    else if (typeof item === 'number' && (!Number.isFinite(item) || Object.is(item, -0)))
      parts[number] = ['number', Object.is(item, -0) ? '-0' : String(item)];
    else parts[number] = typeof item === 'object' && item !== null ? written(item) : item;
    return number;
  }

  numberOf(value);
  return { text: JSON.stringify(parts), long };
}

/** The value of a text. */
export function fromText({ text, long }: CloneText): unknown {
  const parts = JSON.parse(text) as unknown[];
  const made = new Map<number, unknown>();

  function bytesOf(base64: string): ArrayBuffer {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
  }

  /** Remembers a container before its parts are made: one of them may be the container itself. */
  function keep<T>(number: number, container: T, fill: (container: T) => void): T {
    made.set(number, container);
    fill(container);
    return container;
  }

  function read(number: number, part: readonly unknown[]): unknown {
    const [kind, ...rest] = part as readonly [string, ...unknown[]];
    const inside = rest as readonly (string | number)[];
    const [first, second, third] = rest;
    switch (kind) {
      case 'undefined':
        return undefined;
      case 'long':
        return long[first as number];
      case 'bigint':
        return BigInt(first as string);
      case 'number':
        return Number(first);
      case 'Date':
        return new Date(valueOf(first as string | number) as number);
      case 'RegExp':
        return new RegExp(first as string, second as string);
      case 'Object-of':
        return Object(valueOf(first as string | number));
      case 'ArrayBuffer':
        return bytesOf(first as string);
      case 'Error': {
        const kinds: Readonly<Record<string, ErrorConstructor>> = {
          EvalError,
          RangeError,
          ReferenceError,
          SyntaxError,
          TypeError,
          URIError,
        };
        const error = new (kinds[first as string] ?? Error)(second as string);
        Object.defineProperty(error, 'stack', {
          value: valueOf(third as string | number),
          configurable: true,
        });
        return error;
      }
      case 'Array':
        return keep(number, [] as unknown[], (array) => {
          array.length = inside.length;
          for (const [at, one] of inside.entries()) if (one !== -1) array[at] = valueOf(one);
        });
      case 'Map':
        return keep(number, new Map<unknown, unknown>(), (map) => {
          for (let at = 0; at < inside.length; at += 2)
            map.set(valueOf(inside[at] ?? 0), valueOf(inside[at + 1] ?? 0));
        });
      case 'Set':
        return keep(number, new Set<unknown>(), (set) => {
          for (const one of inside) set.add(valueOf(one));
        });
      case 'Object':
        return keep(number, {} as object, (object) => {
          for (let at = 0; at < rest.length; at += 2)
            Object.defineProperty(object, rest[at] as string, {
              value: valueOf(inside[at + 1] ?? 0),
              configurable: true,
              enumerable: true,
              writable: true,
            });
        });
      default: {
        const View = (globalThis as unknown as Record<string, DataViewConstructor>)[kind];
        if (View === undefined) throw new Error('An object could not be cloned.');
        return new View(valueOf(first as string | number) as ArrayBuffer, second as number, third as number);
      }
    }
  }

  function valueOf(number: string | number): unknown {
    if (typeof number === 'string') return number;
    if (made.has(number)) return made.get(number);
    const part = parts[number];
    const value = Array.isArray(part) ? read(number, part as unknown[]) : part;
    made.set(number, value);
    return value;
  }

  return valueOf(0);
}
