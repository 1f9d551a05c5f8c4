import { moduleKinds, type ModuleKind } from '../catalog/item.ts';

/** What an additional user may do in the panel (rule H4). */
export const permissions = ['read', 'create', 'banks', 'send', 'configure'] as const;
export type Permission = (typeof permissions)[number];

/** Reading or creating within one bought module (rule H4). */
export type ModulePermission = `${ModuleKind}-${'read' | 'create'}`;
export type PanelPermission = Permission | ModulePermission;

/** Every switch that the panel has for a user. The switches of modules come last. */
export const panelPermissions: readonly PanelPermission[] = [
  ...permissions,
  ...moduleKinds.flatMap((module): ModulePermission[] => [`${module}-read`, `${module}-create`]),
];

/** The module that a permission belongs to. Undefined for permissions of the service itself. */
export const moduleOf = (permission: PanelPermission): ModuleKind | undefined =>
  moduleKinds.find((module) => permission.startsWith(`${module}-`));

/**
 * The other permissions that this one needs (rule H4). All need reading. Banks need creating too. Creating in
 * a module needs reading in that module.
 */
export function neededPermissions(permission: PanelPermission): readonly PanelPermission[] {
  if (permission === 'read') return [];
  if (permission === 'banks') return ['read', 'create'];
  const module = moduleOf(permission);
  return module === undefined || permission === `${module}-read` ? ['read'] : ['read', `${module}-read`];
}

/** The permissions of a new seat: reading only. */
export const basePermissions: readonly PanelPermission[] = ['read'];

/**
 * What is wrong with a set of permissions: one needs another that is missing, or
 * belongs to an inactive module.
 */
export type PermissionProblem =
  | { readonly kind: 'needs'; readonly permission: PanelPermission; readonly needed: PanelPermission }
  | { readonly kind: 'module'; readonly permission: PanelPermission; readonly module: ModuleKind };

/**
 * The first problem of the set, in the order given. Undefined if the set can be given (rule H4). A user
 * without reading cannot exist.
 */
export function permissionProblem(
  wanted: readonly PanelPermission[],
  activeModules: readonly ModuleKind[],
): PermissionProblem | undefined {
  if (!wanted.includes('read')) return { kind: 'needs', permission: wanted[0] ?? 'read', needed: 'read' };
  for (const permission of wanted) {
    const module = moduleOf(permission);
    if (module !== undefined && !activeModules.includes(module))
      return { kind: 'module', permission, module };
    const needed = neededPermissions(permission).find((other) => !wanted.includes(other));
    if (needed !== undefined) return { kind: 'needs', permission, needed };
  }
  return undefined;
}

/** The permissions of a set that can be given: leaves out those of inactive modules (rule H4). */
export const possiblePermissions = (
  wanted: readonly PanelPermission[],
  modules: readonly ModuleKind[],
): readonly PanelPermission[] =>
  wanted.filter((permission) => {
    const module = moduleOf(permission);
    return module === undefined || modules.includes(module);
  });

/**
 * The set after one switch, in the order of the panel. Switching on also adds what the permission needs.
 * Switching off also removes what needs it. Reading always stays.
 */
export function switchPermission(
  current: readonly PanelPermission[],
  permission: PanelPermission,
  on: boolean,
): readonly PanelPermission[] {
  const next = new Set<PanelPermission>([...current, 'read']);
  if (on) for (const one of [permission, ...neededPermissions(permission)]) next.add(one);
  else if (permission !== 'read')
    for (const one of next)
      if (one === permission || neededPermissions(one).includes(permission)) next.delete(one);
  return panelPermissions.filter((one) => next.has(one));
}

/**
 * Usual sets by role (*own*), without modules: look things up, prepare invoices, prepare
 * and send them, run the panel.
 */
export const permissionTemplates = {
  viewer: ['read'],
  editor: ['read', 'create'],
  sender: ['read', 'create', 'send'],
  manager: ['read', 'create', 'banks', 'send', 'configure'],
} as const satisfies Record<string, readonly Permission[]>;
export type PermissionTemplate = keyof typeof permissionTemplates;

/** Whether two sets hold the same permissions, in any order. */
export const samePermissions = (a: readonly PanelPermission[], b: readonly PanelPermission[]): boolean =>
  a.length === b.length && a.every((permission) => b.includes(permission));

export const permissionTemplateNames = Object.keys(permissionTemplates) as readonly PermissionTemplate[];

/** The role that has exactly these permissions. Undefined for a custom set. */
export const templateOf = (permissions: readonly PanelPermission[]): PermissionTemplate | undefined =>
  permissionTemplateNames.find((name) => samePermissions(permissionTemplates[name], permissions));
