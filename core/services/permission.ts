import { moduleKinds, type ModuleKind } from '../catalog/item.ts';

/** What an additional user may do in the panel (rule H4). */
export const permissions = ['read', 'create', 'banks', 'send', 'configure'] as const;
export type Permission = (typeof permissions)[number];

/** Reading, or creating too, within one bought module (rule H4). */
export type ModulePermission = `${ModuleKind}-${'read' | 'create'}`;
export type PanelPermission = Permission | ModulePermission;

/** Every switch that the panel has for a user, those of modules last. */
export const panelPermissions: readonly PanelPermission[] = [
  ...permissions,
  ...moduleKinds.flatMap((module): ModulePermission[] => [`${module}-read`, `${module}-create`]),
];

/** The module that a permission is for; undefined for those of the service itself. */
export const moduleOf = (permission: PanelPermission): ModuleKind | undefined => moduleKinds.find((module) => permission.startsWith(`${module}-`));

/** Reading is the base that all others need; banks need creating too, and so does creating in a module reading there (rule H4). */
export function neededPermissions(permission: PanelPermission): readonly PanelPermission[] {
  if (permission === 'read') return [];
  if (permission === 'banks') return ['read', 'create'];
  const module = moduleOf(permission);
  return module === undefined || permission === `${module}-read` ? ['read'] : ['read', `${module}-read`];
}

/** What a new seat starts with: the base alone. */
export const basePermissions: readonly Permission[] = ['read'];
