/**
 * What Aruba sells (domain.md 1). A service is one of these two kinds. Modules are
 * sold only with e-invoicing.
 */
export const serviceKinds = ['e-invoicing', 'receive-only'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

export const moduleKinds = ['documents', 'collections', 'orders-nso', 'woocommerce'] as const;
export type ModuleKind = (typeof moduleKinds)[number];

export const itemKinds = [...serviceKinds, 'user', ...moduleKinds, 'extra-gb'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Whether the item is a service: Fatturazione Elettronica or Solo Ricezione. */
export const isServiceKind = (kind: ItemKind): kind is ServiceKind =>
  serviceKinds.some((known) => known === kind);
/** Whether the item is a module of Fatturazione Elettronica. */
export const isModuleKind = (kind: ItemKind): kind is ModuleKind =>
  moduleKinds.some((known) => known === kind);

/** The module that this module needs: it must be active or bought together with it (rule C6). */
export const neededModule = (kind: ModuleKind): ModuleKind | undefined =>
  kind === 'woocommerce' ? 'documents' : undefined;

/**
 * The modules with one more or one less. Those that need the one that goes, go with it (rule C6). One that is
 * there already stays once.
 */
export function withModule(
  modules: readonly ModuleKind[],
  module: ModuleKind,
  included: boolean,
): readonly ModuleKind[] {
  const others = modules.filter((kind) => kind !== module);
  return included ? [...others, module] : others.filter((kind) => neededModule(kind) !== module);
}

/** Whether modules are sold for this kind of service: only for Fatturazione Elettronica (rule C6). */
export const takesModules = (kind: ServiceKind): boolean => kind === 'e-invoicing';
