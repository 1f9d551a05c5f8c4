import {
  isModuleKind,
  isServiceKind,
  itemKinds,
  serviceKinds,
  type ItemKind,
  type ModuleKind,
  type ServiceKind,
} from '../catalog/item.ts';
import { addDays, type Day } from '../kernel/day.ts';
import type { ItemId, ServiceId } from '../kernel/id.ts';
import { anchorSchema, branded, daySchema, z } from '../kernel/parse.ts';
import { basePermissions, panelPermissions, type PanelPermission } from './permission.ts';

/**
 * The states of the customer area: Attesa pagamento, Attesa attivazione, Attivazione
 * KO, Attivo, Scaduto (rules F).
 */
export const serviceStates = [
  'awaiting-payment',
  'awaiting-activation',
  'activation-failed',
  'active',
  'expired',
] as const;
export type ServiceState = (typeof serviceStates)[number];

/**
 * A bought item with its last day of work, and the day of the month that its renewals keep (rules A1, A4).
 */
export interface ServiceItem {
  readonly id: ItemId;
  readonly kind: ItemKind;
  readonly quantity: number;
  readonly expiry: Day;
  readonly anchor: number;
}

/** An additional user that exists in the vendor's panel. */
export interface PanelUser {
  readonly username: string;
  readonly email: string;
  readonly permissions: readonly PanelPermission[];
}

/** One Fatturazione Elettronica or Solo Ricezione of one holder, as the vendor last confirmed it. */
export interface Service {
  readonly id: ServiceId;
  readonly kind: ServiceKind;
  readonly holder: string;
  readonly vatCode: string;
  readonly panelUsername: string;
  readonly state: ServiceState;
  readonly items: readonly ServiceItem[];
  readonly users: readonly PanelUser[];
  readonly usedSpaceKB: number;
  readonly maxSpaceKB: number;
  readonly automaticRenewal: boolean;
  /** Bought on promotion: it can be renewed for only 1 or 2 years at a time (rule D3). */
  readonly promotional: boolean;
}

/** Which client holds a service: its VAT number, or its name if it has none. */
export const clientKey = ({ vatCode, holder }: Pick<Service, 'vatCode' | 'holder'>): string =>
  vatCode || holder;

export const serviceIdSchema = branded<ServiceId>(/^[A-Za-z0-9-]{1,64}$/);

export const itemIdSchema = branded<ItemId>(/^[A-Za-z0-9-]{1,64}$/);

export const serviceItemSchema = z.object({
  id: itemIdSchema,
  kind: z.enum(itemKinds),
  quantity: z.int().min(1).max(100_000),
  expiry: daySchema,
  anchor: anchorSchema,
});

export const panelUserSchema = z.object({
  username: z.string().max(64),
  email: z.string().max(254),
  // Old documents have no permissions. Such a user can at least read.
  permissions: z.array(z.enum(panelPermissions)).default([...basePermissions]),
});

export const serviceSchema = z.object({
  id: serviceIdSchema,
  kind: z.enum(serviceKinds),
  holder: z.string().min(1).max(200),
  vatCode: z.string().max(16),
  panelUsername: z.string().max(64),
  state: z.enum(serviceStates),
  items: z.array(serviceItemSchema),
  users: z.array(panelUserSchema),
  usedSpaceKB: z.int().min(0),
  maxSpaceKB: z.int().min(0),
  automaticRenewal: z.boolean(),
  // Old documents do not have this field.
  promotional: z.boolean().default(false),
});

/** The base item. Its expiry is the expiry of the service. Undefined while a first order waits. */
export const baseItem = (service: Service): ServiceItem | undefined =>
  service.items.find((item) => isServiceKind(item.kind));

/** The last day of work of the service. Undefined while a first order waits. */
export const expiryOf = (service: Service): Day | undefined => baseItem(service)?.expiry;

/** The items that work on a day. An expiry is the last day of work (rule A4). */
export const activeItems = (service: Service, today: Day): readonly ServiceItem[] =>
  service.items.filter((item) => item.expiry >= today);

/** The days of grace after the last day of work. The day after them the data are deleted (rules F). */
export const graceDays = 90;

/** The bought additional users that count as seats on a day (see seatCount). */
function seatGroups(service: Service, today: Day): readonly ServiceItem[] {
  const expiry = expiryOf(service);
  const over = expiry !== undefined && expiry < today;
  if (over && addDays(expiry, graceDays) < today) return [];
  return activeItems(service, over ? expiry : today).filter(({ kind }) => kind === 'user');
}

/** The first day on which seats of a service end. Undefined if it has no seats. */
export const firstSeatEnd = (service: Service, today: Day): Day | undefined =>
  seatGroups(service, today)
    .map(({ expiry }) => expiry)
    .sort()[0];

/**
 * The number of seats: bought additional users whose term has not ended (rule H1). After the service's own
 * expiry the users of its last day still count (*own*): in the 90 days of grace they can still read. A
 * deleted service has none (rules F).
 */
export const seatCount = (service: Service, today: Day): number =>
  seatGroups(service, today).reduce((count, { quantity }) => count + quantity, 0);

/** The modules that work on a day, in the order of the items. */
export const activeModules = (service: Service, today: Day): readonly ModuleKind[] =>
  activeItems(service, today)
    .map((item) => item.kind)
    .filter(isModuleKind);
