import '../support/page-language.ts';
import { expect, test } from 'vitest';
import type { PersonId } from '../../core/kernel/id.ts';
import { personData } from '../../renderer/screens/people/person/person-data.ts';
import { decideBench } from '../support/sample-state.ts';

test('all that is kept of a person is in the file for that person, the firm’s note line by line', () => {
  const desk = decideBench();
  const personId = 'p-a-ferri' as PersonId;
  desk.submit({ type: 'person/note', personId, text: 'Part time: solo la mattina\nSede di Arezzo' });
  const person = desk.state.workspace.people.get(personId);
  const data = person === undefined ? '' : personData(desk.state, person);
  expect(data).toContain('a.ferri@studiobianchi.example');
  expect(data).toContain('Note dello studio\r\n  Part time: solo la mattina\r\n  Sede di Arezzo');
  expect(data).toContain('aferri01');
});
