// Every sentence of the screen: in both languages, well formed, with the same values.
import '../support/page-language.ts';
import { createIntl } from '@formatjs/intl';
import { describe, expect, test } from 'vitest';
import { setLanguage, text, type TextId } from '../../renderer/text/text.ts';
import { argumentsOf } from '../support/icu.ts';

type Pairs = Readonly<Record<string, readonly string[]>>;

const files = import.meta.glob<Readonly<Record<string, Pairs>>>(
  ['../../renderer/**/text.ts', '../../renderer/**/*-text.ts', '!../../renderer/text/text.ts'],
  { eager: true },
);
const parts = Object.entries(files).map(([path, exported]) => ({
  path,
  pairs: Object.values(exported)[0] ?? {},
}));
const all = parts.flatMap(({ pairs }) => Object.entries(pairs));

test('the files are found, and no id stands in two of them', () => {
  expect(all.length).toBeGreaterThan(300);
  expect(new Set(all.map(([id]) => id)).size).toBe(all.length);
});

test('every id is known to the screen', () => {
  const problems = all.filter(
    ([id]) =>
      text(
        id as TextId,
        Object.fromEntries(
          argumentsOf(all.find(([one]) => one === id)?.[1][0] ?? '').map((name) => [name, 1]),
        ),
      ) === id,
  );
  expect(problems.map(([id]) => id)).toEqual([]);
});

/** The program's own code, without the files of sentences. */
const sources = Object.entries(
  import.meta.glob<string>(['../../renderer/**/*.{ts,tsx}', '!../../renderer/**/{text,*-text}.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).map(([, source]) => source);

/** Ids that the code says whole, and patterns of those that it puts together: `kind.${kind}`. */
const said = new Set(
  sources.flatMap((source) => [...source.matchAll(/'([\w.-]+)'/g)].map((match) => match[1])),
);
const patterns = sources.flatMap((source) =>
  [...source.matchAll(/`([a-z][\w.-]*\.[^`\s]*\$\{[^`]*)`/g)].map(
    ([, template = '']) =>
      new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '.+')}$`),
  ),
);

test('every sentence is used', () => {
  expect(patterns.length).toBeGreaterThan(20);
  const unused = all.map(([id]) => id).filter((id) => !said.has(id) && !patterns.some((one) => one.test(id)));
  expect(unused).toEqual([]);
});

test('the first word of an id names one file; only nav and refusal are said by many', () => {
  const homes = new Map<string, Set<string>>();
  for (const { path, pairs } of parts)
    for (const id of Object.keys(pairs)) {
      const word = id.split('.')[0] ?? '';
      homes.set(word, (homes.get(word) ?? new Set()).add(path));
    }
  const shared = [...homes].filter(([word, paths]) => paths.size > 1 && word !== 'nav' && word !== 'refusal');
  expect(shared.map(([word, paths]) => `${word}: ${[...paths].join(', ')}`)).toEqual([]);
});

test('Italian and English, neither empty, neither with stray spaces', () => {
  const wrong = all.filter(
    ([, pair]) => pair.length !== 2 || pair.some((one) => one.trim() === '' || one !== one.trim()),
  );
  expect(wrong.map(([id]) => id)).toEqual([]);
});

test('no sentence gives a person a gender', () => {
  const gendered = all.filter(([, [italian = '']]) =>
    /(?<!di )\{(?:name|person|who)\} \p{L}+t[oa]\b/u.test(italian),
  );
  expect(gendered.map(([id]) => id)).toEqual([]);
});

test('both are well formed and use the same values', () => {
  const wrong = all.flatMap(([id, [italian = '', english = '']]) => {
    const [first, second] = [argumentsOf(italian).join(' '), argumentsOf(english).join(' ')];
    return first === second ? [] : [`${id}: ${first} / ${second}`];
  });
  expect(wrong).toEqual([]);
});

test('the screen’s own library agrees: nothing is missing, whatever the values', () => {
  const problems: string[] = [];
  for (const [index, locale] of (['it-IT', 'en-GB'] as const).entries()) {
    const messages = Object.fromEntries(all.map(([id, pair]) => [id, pair[index] ?? '']));
    const intl = createIntl({ locale, messages, onError: (problem) => problems.push(problem.message) });
    for (const [id, pair] of all) {
      const names = argumentsOf(pair[index] ?? '');
      for (const value of [0, 1, 2, 1234]) {
        const shown = intl.formatMessage({ id }, Object.fromEntries(names.map((name) => [name, value])));
        if (/[{}]/.test(shown)) problems.push(`${id}: ${shown}`);
      }
    }
  }
  expect(problems).toEqual([]);
});

test('straight quotes and three dots are not for people; sentences about refusals end as sentences', () => {
  const wrong = all.filter(([id, pair]) =>
    pair.some(
      (one) =>
        /"|\.\.\.|\w'\w/.test(one) || (/^(?:refusal|sign-in-refusal)\./.test(id) && !one.endsWith('.')),
    ),
  );
  expect(wrong.map(([id]) => id)).toEqual([]);
});

describe('switching the language', () => {
  test('changes what is rendered afterwards, and the page says so', () => {
    expect(text('nav.status')).toBe('Stato servizio');
    setLanguage('en');
    expect([text('nav.status'), document.documentElement.lang]).toEqual(['Service status', 'en']);
    setLanguage('it');
  });
});

describe('the scanner of messages itself', () => {
  test('finds the values, also in nested cases', () => {
    expect(argumentsOf('{a} e {count, plural, =0 {nessuno} one {# {b}} other {# {c}}}')).toEqual([
      'a',
      'b',
      'c',
      'count',
    ]);
  });

  test.each(['{a', 'a}', '{}', '{a, plural}', '{a, plural, one {x}}', '{a, number}', '{a, plural, other x}'])(
    'complains about %s',
    (message) => {
      expect(() => argumentsOf(message)).toThrow();
    },
  );
});

/** What a sentence counts, by the names of its values. All other values are many. */
const counted = new Set(['count', 'left', 'ordered', 'added', 'changed', 'assigned', 'wanted']);
/** Sentences that are only said of several. */
const several = new Set(['reminder.who-several', 'offer.several', 'status.see-all', 'comparison.months']);
const onesAsSeveral =
  /(?<![\d.,])1 (?:restano|si \p{L}+no|(?:già )?\p{L}+[aiu]t[ie]|fermi|nuov[ie]|persone|utenti|servizi|giorni|mesi|righe|(?:more )?people|users|services|days|months|rows|are|stay)(?!\p{L})|(?:altri|altre|servono) 1(?!\d)/u;

test.each(['it', 'en'] as const)('one is never counted as several: %s', (language) => {
  setLanguage(language);
  const wrong = all.flatMap(([id, pair]) => {
    if (several.has(id)) return [];
    const names = argumentsOf(pair[language === 'it' ? 0 : 1] ?? '');
    const values = (one: number | string) =>
      Object.fromEntries(names.map((name) => [name, counted.has(name) ? one : 5]));
    // Some screens give the number as it is written.
    return [1, '1'].map((one) => text(id as TextId, values(one))).filter((said) => onesAsSeveral.test(said));
  });
  setLanguage('it');
  expect(wrong).toEqual([]);
});

test.each([
  ['seat-plan-dialog.group-pending', { count: 1 }, '1 in attesa, già nel carrello o ordinato'],
  ['seat-plan-dialog.group-pending', { count: 2 }, '2 in attesa, già nel carrello o ordinati'],
  ['renewal-plan.services-left', { left: 1, ordered: 1, count: 2 }, '1 servizio, 1 già ordinato'],
  ['renewal-plan.services-left', { left: 3, ordered: 2, count: 5 }, '3 servizi, 2 già ordinati'],
  ['names.and-more', { list: 'Anna, Bea', count: 1 }, 'Anna, Bea e un altro'],
  ['import.apply', { added: '1', changed: '2' }, 'Applica: 1 nuova, 2 modificate'],
] as const)('%s with %j', (id, values, said) => {
  expect(text(id, values)).toBe(said);
});
