import type { ColumnUse } from '../../people/import/columns.ts';
import type { ServiceColumnUse } from '../../register/import/columns.ts';

/** The use of a staff list's column, as a person said once. `id` is the column's key (see columnKeys). */
export interface ColumnMapping {
  readonly id: string;
  readonly use: ColumnUse;
}

/** The same for a list of services. */
export interface ServiceColumnMapping {
  readonly id: string;
  readonly use: ServiceColumnUse;
}
