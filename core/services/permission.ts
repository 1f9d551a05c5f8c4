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
export const moduleOf = (permission: PanelPermission): ModuleKind | undefined =>
  moduleKinds.find((module) => permission.startsWith(`${module}-`));

/**
 * Reading is the base that all others need; banks need creating too, and so does creating in a module reading
 * there (rule H4).
 */
export function neededPermissions(permission: PanelPermission): readonly PanelPermission[] {
  if (permission === 'read') return [];
  if (permission === 'banks') return ['read', 'create'];
  const module = moduleOf(permission);
  return module === undefined || permission === `${module}-read` ? ['read'] : ['read', `${module}-read`];
}

/** What a new seat starts with: the base alone. */
export const basePermissions: readonly PanelPermission[] = ['read'];

/**
 * What is wrong with a set of permissions: one that needs another, or one for a module that is not active.
 */
export type PermissionProblem =
  | { readonly kind: 'needs'; readonly permission: PanelPermission; readonly needed: PanelPermission }
  | { readonly kind: 'module'; readonly permission: PanelPermission; readonly module: ModuleKind };

/**
 * The first problem in the order of the panel; undefined where the set can be given (rule H4). Without
 * reading there is no user.
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

/** Those of a set that can be given: without what is for a module that is not active (rule H4). */
export const possiblePermissions = (
  wanted: readonly PanelPermission[],
  modules: readonly ModuleKind[],
): readonly PanelPermission[] =>
  wanted.filter((permission) => {
    const module = moduleOf(permission);
    return module === undefined || modules.includes(module);
  });

/**
 * The set after one switch: what it needs goes on with it, what needs it goes off with it. Reading stays. In
 * the order of the panel.
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
 * Usual sets by role (*own*), without modules: to look up, to prepare invoices, to prepare and send them, to
 * run the panel.
 */
export const permissionTemplates = {
  viewer: ['read'],
  editor: ['read', 'create'],
  sender: ['read', 'create', 'send'],
  manager: ['read', 'create', 'banks', 'send', 'configure'],
} as const satisfies Record<string, readonly Permission[]>;
export type PermissionTemplate = keyof typeof permissionTemplates;

export const samePermissions = (a: readonly PanelPermission[], b: readonly PanelPermission[]): boolean =>
  a.length === b.length && a.every((permission) => b.includes(permission));

export const permissionTemplateNames = Object.keys(permissionTemplates) as readonly PermissionTemplate[];

/** The role that has exactly these permissions; undefined for a set of one's own. */
export const templateOf = (permissions: readonly PanelPermission[]): PermissionTemplate | undefined =>
  permissionTemplateNames.find((name) => samePermissions(permissionTemplates[name], permissions));
