import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moduleKinds } from '../../../core/catalog/item.ts';
import {
  moduleOf,
  neededPermissions,
  panelPermissions,
  permissionProblem,
  permissions,
  permissionTemplates,
  samePermissions,
  switchPermission,
  type PanelPermission,
} from '../../../core/services/permission.ts';
import { law } from '../../support/law.ts';

test('five permissions of the service, and read and create for each module (H4)', () => {
  expect(panelPermissions).toHaveLength(5 + 2 * 4);
  expect(panelPermissions.slice(0, 5)).toEqual(permissions);
  expect(panelPermissions.filter((permission) => moduleOf(permission) !== undefined)).toHaveLength(8);
});

test('what a permission within a module needs: the base, and reading there before creating (H4)', () => {
  expect(neededPermissions('orders-nso-read')).toEqual(['read']);
  expect(neededPermissions('orders-nso-create')).toEqual(['read', 'orders-nso-read']);
  expect(neededPermissions('create')).toEqual(['read']);
});

test('nothing needs itself, and what is needed is enough by itself', () => {
  for (const permission of panelPermissions) {
    const needed = neededPermissions(permission);
    expect(needed).not.toContain(permission);
    for (const one of needed) for (const below of neededPermissions(one)) expect(needed).toContain(below);
  }
});

law(
  'H4: whatever is switched, the set can be given; the switch is where it was put, and the order is the panel’s',
  {
    subject: switchPermission,
    // Wrong: turns a permission on without those that it requires.
    wrong: (current: readonly PanelPermission[], permission: PanelPermission, on: boolean) =>
      on
        ? [...current.filter((one) => one !== permission), permission]
        : current.filter((one) => one !== permission),
    given: fc.array(fc.tuple(fc.constantFrom(...panelPermissions), fc.boolean()), { maxLength: 12 }),
    holds(change, switches) {
      let current: readonly PanelPermission[] = ['read'];
      for (const [permission, on] of switches) {
        current = change(current, permission, on);
        expect(permissionProblem(current, moduleKinds)).toBeUndefined();
        expect(current.includes(permission)).toBe(on || permission === 'read');
        expect(current).toEqual(panelPermissions.filter((one) => current.includes(one)));
      }
    },
  },
);

test('every role is a set that can be given without modules', () => {
  for (const set of Object.values(permissionTemplates)) expect(permissionProblem(set, [])).toBeUndefined();
});

test('the first problem is named; a module must be active', () => {
  expect(permissionProblem([], [])).toEqual({ kind: 'needs', permission: 'read', needed: 'read' });
  expect(permissionProblem(['send'], [])).toEqual({ kind: 'needs', permission: 'send', needed: 'read' });
  expect(permissionProblem(['read', 'documents-create'], ['documents'])).toEqual({
    kind: 'needs',
    permission: 'documents-create',
    needed: 'documents-read',
  });
  expect(permissionProblem(['read', 'documents-read'], ['collections'])).toEqual({
    kind: 'module',
    permission: 'documents-read',
    module: 'documents',
  });
  expect(permissionProblem(['read', 'documents-read'], ['documents'])).toBeUndefined();
});

test('sets are compared without their order', () => {
  expect(samePermissions(['read', 'create'], ['create', 'read'])).toBe(true);
  expect(samePermissions(['read', 'create'], ['read', 'send'])).toBe(false);
  expect(samePermissions(['read'], ['read', 'send'])).toBe(false);
});
