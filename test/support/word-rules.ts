import type { SourceFile } from './source-files.ts';
import type { Rule } from './layers.ts';

/** A word that meant two things, or a second word for something. */
interface OldWord {
  readonly pattern: RegExp;
  readonly say: string;
  readonly example: string;
}

/** Only words that a search can tell apart. The others are in the glossary of the README. */
const oldWords: readonly OldWord[] = [
  {
    pattern: /\bFirmQuote\b/,
    say: 'Quote (an offer); what pricing gives are Figures',
    example: 'type A = FirmQuote;',
  },
  {
    pattern: /\bstandingOf\b/,
    say: 'whose standing it is: quoteStandingOf, renewalStandingOf, cartStanding',
    example: 'export const standingOf = 1;',
  },
  {
    pattern: /\b(?:interface|type|class) Desk\b/,
    say: 'Application (behind the windows), ShownDesk (the screen), Counter (the vendor) or AppState',
    example: 'export interface Desk {}',
  },
  {
    pattern: /\b(?:create|open|close|keep)Sessions?\b/,
    say: 'Access or TokenPair for a sign-in; a session is a day on which renewals are ordered',
    example: 'export function createSession() {}',
  },
  {
    pattern: /\b(?:function|const) turn\b(?! =)|\bturn\(\)/,
    say: 'pause (let others have their turn), rotate (the journal) or step (undo)',
    example: 'export function turn() {}',
  },
  {
    pattern: /\bnewId\b/,
    say: 'idOf(name): an id is made from the command and the name of the thing',
    example: 'const id = newId();',
  },
];

const program = (file: SourceFile): boolean => !file.path.startsWith('test/');

const usesOf = (files: readonly SourceFile[], pattern: RegExp): string[] =>
  files
    .filter(program)
    .flatMap((file) =>
      file.code
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1} ${line.trim()}`] : [])),
    );

export const wordRules: readonly Rule[] = [
  ...oldWords.map(({ pattern, say, example }): Rule => ({
    name: `one word for one thing: not ${pattern.source}`,
    instead: `The glossary of the README has one word for one thing. Say ${say}.`,
    planted: { 'core/orders/bad.ts': example },
    find: (files) => usesOf(files, pattern),
  })),
  {
    name: 'no folder core/app or core/vendor',
    instead: 'They are core/desk and core/aruba: tools skip a folder called vendor.',
    planted: { 'core/vendor/bad.ts': '' },
    find: (files) =>
      files.map(({ path }) => path).filter((path) => /^(?:core|test\/core)\/(?:app|vendor)\//.test(path)),
  },
  {
    name: 'decisions make no ids by counting or by chance',
    instead: 'A decision gets idOf: the same command and name give the same id on every machine.',
    planted: { 'core/desk/orders/bad.ts': 'const id = ids.next();' },
    find: (files) =>
      usesOf(
        files.filter(({ path }) => path.startsWith('core/desk/')),
        /\bids\.next\b|\buuid/,
      ),
  },
];
