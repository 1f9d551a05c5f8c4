import { expect, test } from 'vitest';
import { moduleOf, neededPermissions, panelPermissions, permissions } from '../../../core/services/permission.ts';

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
