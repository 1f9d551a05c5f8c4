import { describe, expect, test } from 'vitest';
import { codeRules } from './support/code-rules.ts';
import { importRules, layerOf, roomOf } from './support/layers.ts';
import { sourceFile, sourceFiles } from './support/source-files.ts';
import { wordRules } from './support/word-rules.ts';

const rules = [...importRules, ...codeRules, ...wordRules].map((rule) => [rule.name, rule] as const);
const files = sourceFiles(['core', 'electron', 'renderer', 'test']);

describe('the tree follows the architecture', () => {
  test.each(rules)('%s', (_, { instead, find }) => {
    const broken = find(files);
    expect(broken, `${instead}\n${broken.join('\n')}`).toEqual([]);
  });
});

describe('each rule is able to fail', () => {
  test.each(rules)('%s', (_, { planted, find }) => {
    const example = Object.entries(planted).map(([path, text]) => sourceFile(path, text));
    expect(find(example)).not.toEqual([]);
    const others = new Set(example.map((file) => file.path));
    expect(find([...files.filter((file) => !others.has(file.path)), ...example])).not.toEqual([]);
  });
});

describe('how the rules read a file', () => {
  test('every layer of core is in the table', () => {
    const layers = new Set(files.flatMap((file) => layerOf(file.path) ?? []));
    expect(
      [...layers].filter(
        (layer) => importRules[0]?.instead.includes(`${layer}:`) !== true && layer !== 'tsconfig.json',
      ),
    ).toEqual([]);
    expect(layers.size).toBeGreaterThan(8);
  });

  test('every room of core/desk is in the table', () => {
    const rooms = new Set(files.flatMap((file) => roomOf(file.path) ?? []));
    const table = importRules.find(({ name }) => name === 'core/desk follows its rooms')?.instead ?? '';
    expect([...rooms].filter((room) => room !== '' && !table.includes(`${room}:`))).toEqual([]);
    expect(rooms.size).toBeGreaterThan(8);
  });

  test('imports over several lines, type imports, bare imports and passed on names are seen; comments and text are not', () => {
    const text = [
      "import {\n  a,\n  type B,\n} from './a.ts';",
      "import type { C } from '../kernel/c.ts';",
      "import './style.css';",
      "export { d } from './d.ts';",
      "// import { no } from './comment.ts';",
      "/* import { no } from './block.ts'; */",
      "const text = 'new Date';",
      "const late = import('./late.ts');",
    ].join('\n');
    const file = sourceFile('core/desk/example.ts', text);
    expect(file.imports.map(({ form, target }) => [form, target])).toEqual([
      ['import', 'core/desk/a.ts'],
      ['import', 'core/kernel/c.ts'],
      ['import', 'core/desk/style.css'],
      ['export', 'core/desk/d.ts'],
      ['dynamic', 'core/desk/late.ts'],
    ]);
    expect(file.code).not.toContain('Date');
    expect(file.code.split('\n')).toHaveLength(text.split('\n').length);
  });

  test('every import of a file of ours points at a file that exists', () => {
    const paths = new Set(files.map((file) => file.path));
    const lost = files.flatMap((file) =>
      file.imports.flatMap(({ target, form }) =>
        target !== undefined && form !== 'dynamic' && /\.(?:ts|tsx|css)$/.test(target) && !paths.has(target)
          ? [`${file.path} -> ${target}`]
          : [],
      ),
    );
    expect(lost).toEqual([]);
  });
});
