// How services are looked after, as screens read it: once for each table of facts, and never in a sample.
import '../support/fake-desk.ts';
import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ServiceId } from '../../core/kernel/id.ts';
import type { Fact } from '../../core/register/fact.ts';
import { useArrangements } from '../../renderer/screens/register/arrangement/use-arrangements.ts';
import { useDesk } from '../../renderer/store/desk.ts';
import { day } from '../support/samples.ts';

const fact = (id: string, value: 'firm' | 'client'): Fact => ({
  id: id as Fact['id'],
  at: 1,
  by: null,
  about: 's-1' as ServiceId,
  field: 'payer',
  value,
  asOf: day('2026-11-01'),
  source: { kind: 'typed' },
  evidence: null,
  corrects: null,
  reason: null,
  confirmed: true,
});

type Workspace = ReturnType<typeof useDesk.getState>['state']['workspace'];

function change(part: Partial<Workspace>): void {
  act(() =>
    useDesk.setState(({ state }) => ({
      state: { ...state, workspace: { ...state.workspace, ...part } },
    })),
  );
}

test('a change elsewhere reads no fact again; a new fact does', () => {
  useDesk.setState({ simulated: false });
  change({ facts: new Map([['a', fact('a', 'client')]]) });
  const { result } = renderHook(useArrangements);
  const before = result.current;
  expect(before?.get('s-1' as ServiceId)?.payer).toBe('client');
  change({ people: new Map() });
  expect(result.current).toBe(before);
  change({ facts: new Map([['b', fact('b', 'firm')]]) });
  expect(result.current?.get('s-1' as ServiceId)?.payer).toBe('firm');
});

test('a sample studio has none', () => {
  useDesk.setState({ simulated: true });
  expect(renderHook(useArrangements).result.current).toBeNull();
});
