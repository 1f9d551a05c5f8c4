// `npm run bench -- register`: folds a hundred thousand and a million facts into services.
import { addDays, type Day } from '../../core/kernel/day.ts';
import type { Fact } from '../../core/register/fact.ts';
import { registerChecks } from '../../core/register/checks.ts';
import { foldFacts } from '../../core/register/fold.ts';
import { measure, milliseconds, table } from './measure.ts';

const start = '2026-01-01' as Day;

/** Each service has 10 facts: five fields on two days. */
const factsOf = (count: number): readonly Fact[] =>
  Array.from({ length: count }, (_, index): Fact => {
    const service = Math.floor(index / 10);
    const said = [
      { field: 'holder', value: `Cliente ${service}` },
      { field: 'expiry', value: addDays(start, 400 + (service % 300)) },
      { field: 'users', value: [{ quantity: (service % 5) + 1, expiry: null }] },
      { field: 'kind', value: 'e-invoicing' },
      { field: 'caretaker', value: `Persona ${index % 7}` },
    ][index % 5];
    return {
      id: `f-${index}`,
      at: index,
      by: null,
      about: `s-${service}`,
      ...said,
      asOf: addDays(start, index % 10 < 5 ? 0 : 30),
      source: { kind: 'typed' },
      evidence: null,
      corrects: null,
      reason: null,
      confirmed: true,
    } as unknown as Fact;
  });

export function registerBench(): string {
  const sizes = [100_000, 1_000_000];
  const times = sizes.map((size) => {
    const facts = factsOf(size);
    if (foldFacts(facts).size !== size / 10) throw new Error('A service was lost');
    return {
      fold: measure(() => foldFacts(facts), 5).median,
      checks: measure(() => [...registerChecks(facts, addDays(start, 60))], 5).median,
    };
  });
  const [few, many] = times;
  if (few === undefined || many === undefined) throw new Error('Two sizes');
  const row = (name: string, a: number, b: number): readonly string[] => [
    name,
    milliseconds(a),
    milliseconds(b),
    `${(b / a).toFixed(1)} x`,
  ];
  return table([
    ['facts folded into services', '100,000 facts', '1,000,000 facts', 'grows'],
    row('fold of everything', few.fold, many.fold),
    row('what is to be looked at again', few.checks, many.checks),
  ]);
}
