import { headerKey } from '../../formats/spreadsheet/headers.ts';

/** The columns of the file of rejected rows, in both languages: Allinea writes them itself. */
const ownColumns = new Set(['riga', 'colonna', 'motivo', 'row', 'column', 'reason']);

/** Whether Allinea wrote the column to say why a row was rejected. */
export const isOwnColumn = (header: string): boolean => ownColumns.has(headerKey(header));
