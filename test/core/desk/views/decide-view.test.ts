import { expect, test } from 'vitest';
import { commandSchema } from '../../../../core/desk/command.ts';
import { savedViewSchema, usualColumns, type Shown } from '../../../../core/desk/rows/saved-view.ts';
import { parse } from '../../../../core/kernel/parse.ts';
import { decideBench } from '../../../support/sample-state.ts';

const services = { list: 'services', query: '', filters: { payer: '' }, grouping: 'account' } as const;
const people = {
  list: 'people',
  standing: 'waiting',
  department: 'Paghe',
  serviceId: null,
  sort: { key: 'name', descending: false },
  columns: ['email', 'end'],
} as const;
const save = (name: string, shown: Shown = services) => ({ type: 'view/save', name, shown }) as const;

test('one name is one view of its list, whatever its case; another list has names of its own', () => {
  const desk = decideBench();
  desk.submit(save('Da Anna'));
  desk.submit(save('DA ANNA', { ...services, grouping: 'none' }));
  desk.submit(save('Da Anna', people));
  expect([...desk.state.workspace.views.values()]).toEqual([
    { id: 'services da anna', name: 'DA ANNA', shown: { ...services, grouping: 'none' } },
    { id: 'people da anna', name: 'Da Anna', shown: people },
  ]);
  desk.submit({ type: 'view/remove', id: 'services da anna' });
  expect([...desk.state.workspace.views.keys()]).toEqual(['people da anna']);
  expect(desk.submit({ type: 'view/remove', id: 'services da anna' })).toEqual({ ok: true, changes: [] });
});

test('thirty of a list at most; a known one can still be replaced, and another list is not full', () => {
  const desk = decideBench();
  for (let index = 0; index < 30; index += 1) desk.submit(save(`Vista ${index}`));
  expect(desk.refusal(save('Ancora una'))).toEqual({ reason: 'too-many-views', most: 30 });
  expect(desk.refusal(save('vista 3'))).toBeUndefined();
  expect(desk.refusal(save('Ancora una', people))).toBeUndefined();
});

test('only what its list can show is taken', () => {
  const takes = (shown: unknown, name = 'x'): boolean =>
    parse(commandSchema, { type: 'view/save', name, shown }).ok;
  expect(takes(people)).toBe(true);
  expect(takes({ ...people, list: 'services' })).toBe(false);
  expect(takes({ ...services, grouping: 'month' })).toBe(false);
  expect(takes({ ...services, query: 'x'.repeat(201) })).toBe(false);
  expect(takes({ ...people, columns: ['salary'] })).toBe(false);
  expect(takes({ ...people, sort: { key: 'salary', descending: false } })).toBe(false);
  expect(takes(people, ' ')).toBe(false);
  expect(takes(people, 'x'.repeat(61))).toBe(false);
});

// An erased person's name may stay nowhere (rule J6's history has a pseudonym).
test('a view of the staff keeps nothing that was searched for', () => {
  const kept = parse(commandSchema, { type: 'view/save', name: 'x', shown: { ...people, query: 'Anna' } });
  expect(JSON.stringify(kept)).not.toContain('Anna');
});

test('a view that was saved before columns could be chosen has the usual ones', () => {
  const { columns: _, ...before } = people;
  const kept = parse(savedViewSchema, { id: 'people x', name: 'x', shown: before });
  expect(kept).toMatchObject({ ok: true, value: { shown: { ...before, columns: usualColumns } } });
});
