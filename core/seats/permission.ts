/** What an additional user may do in the panel (rule H4). */
export const permissions = ['read', 'create', 'banks', 'send', 'configure'] as const;
export type Permission = (typeof permissions)[number];

/** Reading is the base that all others need; banks need creating too (rule H4). */
export const neededPermissions = (permission: Permission): readonly Permission[] =>
  permission === 'read' ? [] : permission === 'banks' ? ['read', 'create'] : ['read'];

/** What a new seat starts with: the base alone. */
export const basePermissions: readonly Permission[] = ['read'];
