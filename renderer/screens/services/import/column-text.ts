import { moduleKinds } from '../../../../core/catalog/item.ts';
import type { ServiceColumn } from '../../../../core/register/import/column-names.ts';
import { text } from '../../../text/text.ts';

/** The name of a column of a service list. The import knows each of them as a header. */
export function columnText(column: ServiceColumn): string {
  const module = moduleKinds.find((kind) => kind === column);
  if (module !== undefined) return text(`kind.${module}`);
  return text(`service-column.${column as Exclude<ServiceColumn, (typeof moduleKinds)[number]>}`);
}
