import { isServiceKind, type ItemKind } from '../../catalog/item.ts';
import { groupBy } from '../../kernel/group-by.ts';
import { codeOf } from '../../received/invoice/holder-code.ts';
import type { NamedHolder } from '../../received/invoice/invoice.ts';
import type { Service } from '../../services/service.ts';
import type { AppState } from '../rows/state.ts';

/** Finds the services that a line of an invoice or of a mail names. */
export type FindServices = (holder: NamedHolder, kind: ItemKind | null) => readonly Service[];

/**
 * Looks services up by panel user, VAT number and tax code. A holder may have two services: the kind of the
 * line tells them apart if it is a service's, or a module, which is sold only with one of them.
 */
export function serviceFinder({ replica, workspace }: AppState): FindServices {
  const services = [...replica.services.values()];
  const byUser = groupBy(services, ({ panelUsername }) => panelUsername.toUpperCase());
  const byVat = groupBy(services, ({ vatCode }) => vatCode);
  const taxCodes = [...workspace.facts.values()].filter(
    ({ field, confirmed }) => field === 'taxCode' && confirmed,
  );
  const byTax = groupBy(
    taxCodes.flatMap(({ value, about }) => {
      const service = replica.services.get(about);
      return service === undefined ? [] : [{ taxCode: value as string, service }];
    }),
    ({ taxCode }) => taxCode,
  );
  return (holder, kind) => {
    const code = codeOf(holder);
    const named = holder.by === 'panel-user' ? byUser.get(holder.code) : undefined;
    const all = new Set(
      named ?? [...(byVat.get(code) ?? []), ...(byTax.get(code) ?? []).map((one) => one.service)],
    );
    const fitting = [...all].filter((service) => fits(service, kind));
    return fitting.length > 0 ? fitting : [...all];
  };
}

const fits = (service: Service, kind: ItemKind | null): boolean => {
  if (kind === null || kind === 'user' || kind === 'extra-gb') return true;
  return isServiceKind(kind) ? service.kind === kind : service.kind === 'e-invoicing';
};
