import type { PriceList } from '../../core/catalog/price-list.ts';
import { cents } from '../../core/kernel/cents.ts';
import { dayOfMonth, parseDay, type Day } from '../../core/kernel/day.ts';
import type { ItemId, PersonId, ServiceId } from '../../core/kernel/id.ts';
import type { Person } from '../../core/people/person.ts';
import type { Service, ServiceItem } from '../../core/services/service.ts';

/** `24/11/2026` or `2026-11-24` as a Day. Throws if the day is impossible, because then the test is wrong. */
export function day(text: string): Day {
  const iso = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  const found = parseDay(iso ? `${iso[3]}-${iso[2]}-${iso[1]}` : text);
  if (found === undefined) throw new Error(`Not a day: ${text}`);
  return found;
}

/** The price list of rule C6. */
export const priceList: PriceList = {
  version: 'C6',
  validFrom: day('2026-01-01'),
  source: 'rules C6',
  yearly: {
    'e-invoicing': cents(2990),
    'receive-only': cents(2990),
    user: cents(490),
    documents: cents(1990),
    collections: cents(1990),
    'orders-nso': cents(2500),
    woocommerce: cents(3990),
    'extra-gb': cents(990),
  },
  vatBasisPoints: 2200,
  notes: '',
  promotion: { months: 3, price: cents(100) },
  conventions: [{ code: 'ORDINE10', basisPoints: 1000 }],
};

export function item(
  id: string,
  kind: ServiceItem['kind'],
  quantity: number,
  expiry: string,
  anchor?: number,
): ServiceItem {
  return { id: id as ItemId, kind, quantity, expiry: day(expiry), anchor: anchor ?? dayOfMonth(day(expiry)) };
}

export function service(items: readonly ServiceItem[], changes: Partial<Service> = {}): Service {
  return {
    id: 'srv-1' as ServiceId,
    kind: 'e-invoicing',
    holder: 'Studio Bianchi',
    vatCode: '02342520158',
    panelUsername: 'studiobianchi',
    state: 'active',
    items,
    users: [],
    usedSpaceKB: 0,
    maxSpaceKB: 1_048_576,
    automaticRenewal: false,
    promotional: false,
    ...changes,
  };
}

export function person(id: string, changes: Partial<Person> = {}): Person {
  return {
    id: id as PersonId,
    givenName: 'Anna',
    familyName: 'Ferri',
    email: `${id}@studiobianchi.example`,
    department: '',
    start: null,
    end: null,
    ...changes,
  };
}

/** Cents as the rules write them: 70.99. */
export const euro = (amount: number): string => (amount / 100).toFixed(2);
