import { moduleKinds, serviceKinds, type ModuleKind, type ServiceKind } from '../catalog/item.ts';
import { cleanCell } from '../formats/spreadsheet/cell.ts';
import type { Day } from '../kernel/day.ts';
import { daySchema, z } from '../kernel/parse.ts';
import { panelPermissions } from '../services/permission.ts';
import type { PanelUser } from '../services/service.ts';

/** Additional users, or space, that end on one day. A null expiry is an assumption: like the service. */
export interface Group {
  readonly quantity: number;
  readonly expiry: Day | null;
}

/** How a person reaches the service at Aruba. `client-buys`: only the client can order. */
export const accessWays = ['own', 'supervisore-360', 'premium', 'client-buys'] as const;
export type AccessWay = (typeof accessWays)[number];

export const payerSides = ['firm', 'client'] as const;
export type PayerSide = (typeof payerSides)[number];

/** A module with its expiry. A null expiry is an assumption: like the service. */
export interface OwnedModule {
  readonly kind: ModuleKind;
  readonly expiry: Day | null;
}

/**
 * One space between words and no invisible characters, as a list of services is read. So an exported list
 * comes back the same. A text of invisible characters only is kept as it is, because earlier versions may
 * have saved one, and their rows must remain readable.
 */
const words = (text: string): string => cleanCell(text) || text.trim();

const line = (most: number) => z.string().overwrite(words).min(1).max(most);
const quantity = z.int().min(1).max(100_000);
const expiry = daySchema.nullable();
const kilobytes = z.int().min(0).max(1_000_000_000_000);

/**
 * What the register knows about a service, each with the check of its value. Texts are as tolerant as
 * reality: an account, a panel username or a holder is whatever Aruba shows.
 */
export const fieldSchemas = {
  holder: line(200),
  /** 11 digits with a right check digit, or whatever a foreign holder has; empty is not a value. */
  vatCode: line(16),
  taxCode: line(16),
  kind: z.enum(serviceKinds),
  expiry: daySchema,
  users: z.array(z.object({ quantity, expiry })).max(50).readonly(),
  modules: z
    .array(z.object({ kind: z.enum(moduleKinds), expiry }))
    .max(moduleKinds.length)
    .readonly(),
  space: z.array(z.object({ quantity, expiry })).max(50).readonly(),
  account: line(100),
  panelUsername: line(64),
  automaticRenewal: z.boolean(),
  promotional: z.boolean(),
  access: z.enum(accessWays),
  payer: z.enum(payerSides),
  /** Who in the studio looks after it. */
  caretaker: line(100),
  /**
   * The additional users that exist in the panel. Only people say them, one by one as they create them there;
   * no list does.
   */
  panelUsers: z
    .array(
      z.object({
        username: line(64),
        email: z.string().max(254),
        permissions: z.array(z.enum(panelPermissions)).readonly(),
      }),
    )
    .max(1000)
    .readonly(),
  /** Kilobytes, as Aruba's interface says them (rule L). No list says them. */
  usedSpaceKB: kilobytes,
  maxSpaceKB: kilobytes,
  /** False: the firm no longer looks after the service. Its facts stay. */
  followed: z.boolean(),
  /** What the studio notes down about it, in its own words. */
  note: line(1000),
} as const;

export type Field = keyof typeof fieldSchemas;
export const fields = Object.keys(fieldSchemas) as readonly Field[];

/** A field that a list of services can say. */
export type ListField = Exclude<Field, 'panelUsers' | 'usedSpaceKB' | 'maxSpaceKB'>;
export const listFields = fields.filter(
  (field): field is ListField => field !== 'panelUsers' && field !== 'usedSpaceKB' && field !== 'maxSpaceKB',
);

export interface FieldValues {
  readonly holder: string;
  readonly vatCode: string;
  readonly taxCode: string;
  readonly kind: ServiceKind;
  readonly expiry: Day;
  readonly users: readonly Group[];
  readonly modules: readonly OwnedModule[];
  readonly space: readonly Group[];
  readonly account: string;
  readonly panelUsername: string;
  readonly automaticRenewal: boolean;
  readonly promotional: boolean;
  readonly access: AccessWay;
  readonly payer: PayerSide;
  readonly caretaker: string;
  readonly panelUsers: readonly PanelUser[];
  readonly usedSpaceKB: number;
  readonly maxSpaceKB: number;
  readonly followed: boolean;
  readonly note: string;
}

/** What somebody says of one service. A field that is absent is not said. */
export type ServiceDetails = { readonly [F in Field]?: FieldValues[F] | undefined };

/** Whether two values of a field say the same. The order of users, modules and space does not matter. */
export const sameValue = <F extends Field>(a: FieldValues[F], b: FieldValues[F]): boolean =>
  a === b || canonical(a) === canonical(b);

const canonical = (value: FieldValues[Field]): string =>
  Array.isArray(value)
    ? JSON.stringify((value as readonly unknown[]).map((part) => JSON.stringify(part)).sort())
    : JSON.stringify(value);
