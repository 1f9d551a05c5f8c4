import {
  moduleKinds,
  neededModule,
  takesModules,
  type ModuleKind,
  type ServiceKind,
} from '../../catalog/item.ts';
import type { ItemId } from '../../kernel/id.ts';
import type { CartContent } from '../../orders/cart.ts';
import { reducibleKinds, type ReducibleKind, type Reduction } from '../../renewals/reduce-groups.ts';
import { wholeThing, type Lines } from '../../sync/merge.ts';

/** The line that stands for the whole cart, if one side discarded it and the other changed it. */
export const wholeCart = wholeThing;

const moduleLine = (kind: ModuleKind): string => `module:${kind}`;

/** The module that a line is about; undefined if the line is about something else. */
export function moduleOfLine(line: string): ModuleKind | undefined {
  return moduleKinds.find((kind) => line === moduleLine(kind));
}

const leaveOut = 'leave-out:';
const reduceLine = (kind: ReducibleKind): string => `reduce:${kind}`;

/** The item that a line says not to renew; undefined if the line is about something else. */
export const leftOutOfLine = (line: string): ItemId | undefined =>
  line.startsWith(leaveOut) ? (line.slice(leaveOut.length) as ItemId) : undefined;

/** The kind of item that a line reduces; undefined if the line is about something else. */
export const reducedOfLine = (line: string): ReducibleKind | undefined =>
  reducibleKinds.find((kind) => line === reduceLine(kind));

/**
 * A cart as lines. Two desks can change each line independently. The service or client of the cart is not a
 * line.
 */
export function cartLines(content: CartContent | null): Lines {
  if (content === null) return null;
  if (content.kind === 'renewal') return renewalLines(content);
  const { quantity, conventionCode } = content;
  const modules = Object.fromEntries(content.modules.map((kind) => [moduleLine(kind), true]));
  if (content.kind === 'add-users')
    return { quantity, extension: content.extension, conventionCode, ...modules };
  const { serviceKind, years, promotion } = content;
  return { serviceKind, years, promotion, quantity, conventionCode, ...modules };
}

type Renewal = Extract<CartContent, { kind: 'renewal' }>;

function renewalLines({ years, conventionCode, leftOut, reduceTo }: Renewal): Lines {
  const reduced = Object.fromEntries(
    reducibleKinds.map((kind) => [reduceLine(kind), reduceTo[kind] ?? null]),
  );
  return {
    years,
    conventionCode,
    ...reduced,
    ...Object.fromEntries(leftOut.map((id) => [`${leaveOut}${id}`, true])),
  };
}

function renewalWith(content: Renewal, lines: NonNullable<Lines>, conventionCode: string | null): Renewal {
  const leftOut = Object.keys(lines).flatMap((line) =>
    lines[line] === true ? (leftOutOfLine(line) ?? []) : [],
  );
  const reduced = reducibleKinds.flatMap((kind) => {
    const to = lines[reduceLine(kind)];
    return typeof to === 'number' ? [[kind, to] as const] : [];
  });
  return {
    ...content,
    years: Number(lines['years']),
    leftOut: leftOut.sort(),
    reduceTo: Object.fromEntries(reduced) as Reduction,
    conventionCode,
  };
}

/** The same cart with other lines; null if the lines say that there is no cart. */
export function withLines(content: CartContent, lines: Lines): CartContent | null {
  if (lines === null) return null;
  const conventionCode = typeof lines['conventionCode'] === 'string' ? lines['conventionCode'] : null;
  if (content.kind === 'renewal') return renewalWith(content, lines, conventionCode);
  const common = {
    quantity: Number(lines['quantity']),
    conventionCode,
    modules: moduleKinds.filter((kind) => lines[moduleLine(kind)] === true),
  };
  return content.kind === 'add-users'
    ? { ...content, ...common, extension: lines['extension'] === true }
    : {
        ...content,
        ...common,
        serviceKind: lines['serviceKind'] as ServiceKind,
        years: Number(lines['years']),
        promotion: lines['promotion'] === true,
      };
}

/**
 * The merged lines that contradict each other although each side's cart was consistent: a module without the
 * one that it needs, or modules on a receive-only service (rule C6). `sides` are the two carts that were
 * merged.
 */
export function clashingLines(merged: Lines, sides: readonly Lines[]): readonly string[] {
  if (merged === null) return [];
  const clashes = new Set<string>();
  const kind = merged['serviceKind'];
  for (const module of moduleKinds.filter((one) => merged[moduleLine(one)] === true)) {
    const needed = neededModule(module);
    const known = needed !== undefined && sides.some((side) => side?.[moduleLine(needed)] === true);
    if (needed !== undefined && known && merged[moduleLine(needed)] !== true)
      clashes.add(moduleLine(module)).add(moduleLine(needed));
    if (typeof kind === 'string' && !takesModules(kind as ServiceKind))
      clashes.add('serviceKind').add(moduleLine(module));
  }
  return [...clashes];
}
