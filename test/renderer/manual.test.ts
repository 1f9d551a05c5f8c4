// The manual cannot grow old unseen: its words, amounts, links and pictures against the program.
import '../support/page-language.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { publicPriceList } from '../../core/catalog/public-price-list.ts';
import { addUsersFigures } from '../../core/quotes/figures.ts';
import { digestOf, type Shown } from '../../electron/pictures/shown.ts';
import { jobIds, pictureOf, type OpenScreen, type Sentence } from '../../renderer/screens/manual/job.ts';
import { jobFor, jobs } from '../../renderer/screens/manual/jobs.ts';
import { placeOf } from '../../renderer/screens/manual/open-screens.ts';
import { plainSentence } from '../../renderer/screens/manual/read-sentence.ts';
import { sectionOf } from '../../renderer/shell/sections.ts';
import { loadLateTexts, setLanguage } from '../../renderer/text/text.ts';
import { argumentsOf } from '../support/icu.ts';
import { day, item, service } from '../support/samples.ts';

await loadLateTexts();

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${root}renderer/public/manual`;
const shown = JSON.parse(readFileSync(`${root}electron/pictures/shown.json`, 'utf8')) as Shown;

/** The texts of the program: id to Italian and English. */
const texts = new Map(
  Object.values(
    import.meta.glob<Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>(
      ['../../renderer/**/text.ts', '../../renderer/**/*-text.ts', '!../../renderer/text/text.ts'],
      { eager: true },
    ),
  ).flatMap((exported) => Object.entries(Object.values(exported)[0] ?? {})),
);

const sentencesOf = (id: (typeof jobIds)[number]): readonly Sentence[] => {
  const { title, when, steps, mind, picture } = jobs[id];
  return [title, when, ...steps.map(({ says }) => says), ...mind, picture];
};
const all = jobIds.flatMap(sentencesOf);

/** What stands in braces, in the order of the alphabet: languages put their words in different orders. */
const placesOf = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{([^}]*)\}/g)].map(([, place = '']) => place).sort();
const amountsOf = (sentences: readonly Sentence[]): readonly number[] =>
  sentences
    .flatMap(([italian]) => placesOf(italian))
    .filter((place) => place.startsWith('€'))
    .map((place) => Number(place.slice(1)));

describe('the words', () => {
  test('ten jobs, each with steps, what to watch for, and both languages with the same places', () => {
    expect(jobIds).toHaveLength(10);
    for (const id of jobIds) {
      expect(jobs[id].steps.length).toBeGreaterThanOrEqual(5);
      expect(jobs[id].mind.length).toBeGreaterThanOrEqual(2);
    }
    const wrong = all.filter(
      ([italian, english]) =>
        italian === english ||
        placesOf(italian).join() !== placesOf(english).join() ||
        [italian, english].some((one) => one !== one.trim() || one.length < 8),
    );
    expect(wrong).toEqual([]);
  });

  test('every button and field is named by a text that the program has, with all its values', () => {
    const labels = all.flatMap(([italian]) => placesOf(italian)).filter((place) => /^~?[a-z]/.test(place));
    const wrong = labels.filter((place) => {
      const [id = '', values = ''] = place.replace('~', '').split('|');
      const pair = texts.get(id);
      const given = [...values.matchAll(/(\w+)=\d+/g)].map(([, name = '']) => name).sort();
      return (
        pair === undefined ||
        argumentsOf(pair[0] ?? '')
          .toSorted()
          .join() !== given.join()
      );
    });
    expect(wrong).toEqual([]);
    expect(labels.length).toBeGreaterThan(80);
  });

  test('nothing in braces is left in what a person reads', () => {
    for (const language of ['it', 'en'] as const) {
      setLanguage(language);
      const read = all.map(plainSentence);
      expect(read.filter((one) => /[{}|~]|…\.|NaN|"|\.\.\.|\w'\w/.test(one))).toEqual([]);
      expect(read.join(' ')).toContain(language === 'it' ? '70,99' : '€70.99');
    }
    setLanguage('it');
  });

  test('a reference names a chapter that exists', () => {
    const named = all.flatMap((pair) => pair.flatMap(placesOf)).filter((place) => place.startsWith('#'));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((place) => !(jobIds as readonly string[]).includes(place.slice(1)))).toEqual([]);
  });
});

describe('the amounts', () => {
  test('are those that the program computes for the example of the pictures', () => {
    const end = '21/02/2027';
    const computed = addUsersFigures({
      day: day('16/11/2026'),
      rule: 'started-month',
      priceList: publicPriceList,
      service: service([
        item('E', 'e-invoicing', 1, end),
        item('U', 'user', 3, end),
        item('M', 'documents', 1, end),
      ]),
      quantity: 2,
      modules: [],
      extension: true,
      offPolicy: 'own-year',
    });
    if (!computed.ok) throw new Error(computed.error.reason);
    const { lines, net, vat, gross } = computed.value;
    const known = new Set<number>([
      publicPriceList.yearly.user,
      ...lines.map((line) => line.net),
      net,
      vat,
      gross,
    ]);
    expect(amountsOf(all).filter((amount) => !known.has(amount))).toEqual([]);
    expect(new Set(amountsOf(sentencesOf('cart')))).toEqual(known);
  });

  test('stand in the picture of the cart; no sentence has an amount of its own', () => {
    const picture = shown['it/cart']?.says.join('\n') ?? '';
    const missing = amountsOf(sentencesOf('cart'))
      .map((cents) => (cents / 100).toFixed(2).replace('.', ','))
      .filter((amount) => !picture.includes(amount));
    expect(missing).toEqual([]);
    expect(all.flat().filter((one) => /\d[.,]\d\d(?!\d)|€(?!\d+\})/.test(one))).toEqual([]);
  });
});

describe('the links', () => {
  test('lead to every screen that the manual knows, in both kinds of studio', () => {
    const used = new Set(jobIds.flatMap((id) => jobs[id].steps.flatMap(({ opens }) => opens ?? [])));
    const named = (screen: OpenScreen, simulated: boolean): string | undefined =>
      placeOf(screen, simulated)?.name;
    for (const screen of used) {
      expect(Object.keys(sectionOf)).toContain(screen);
      expect(placeOf(screen, false)?.route.screen).toBe(screen);
    }
    expect([...used].filter((screen) => placeOf(screen, true) === undefined).sort()).toEqual([
      'import-services',
      'invoices',
      'recharge',
    ]);
    expect([named('orders', true), named('orders', false)]).toEqual(['Ordini', 'Acquisti']);
  });

  test('F1 has one chapter for each screen', () => {
    const helped = jobIds.flatMap((id) => jobs[id].helps);
    expect(helped.toSorted()).toEqual(
      Object.keys(sectionOf)
        .filter((screen) => screen !== 'manual')
        .toSorted(),
    );
    expect(['cart', 'matrix', 'share', 'nothing of the kind', null].map(jobFor)).toEqual([
      'cart',
      'seats',
      'share',
      'begin',
      'begin',
    ]);
  });
});

describe('the pictures', () => {
  const wanted = (['it', 'en'] as const)
    .flatMap((language) => jobIds.map((id) => pictureOf(id, language).replace(/^manual\/(.*)\.png$/, '$1')))
    .sort();

  test('one for each job in each language, and no other; `npm run pictures` makes them', () => {
    const there = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => name.includes('.'));
    expect(there.sort()).toEqual(wanted.map((name) => `${name}.png`));
    expect(Object.keys(shown).sort()).toEqual(wanted);
  });

  test('each file is the one that was taken; together they stay small', () => {
    const files = wanted.map((name) => [name, readFileSync(`${folder}/${name}.png`)] as const);
    expect(
      files.filter(([name, file]) => shown[name]?.file !== digestOf(file)).map(([name]) => name),
    ).toEqual([]);
    expect(files.reduce((sum, [, file]) => sum + file.length, 0)).toBeLessThan(1_500_000);
  });
});
