import { daySchema, z } from '../../kernel/parse.ts';
import { columnKeySchema } from '../../formats/spreadsheet/headers.ts';
import { factIdSchema, factSourceSchema } from '../../register/fact.ts';
import { fields, fieldSchemas, type Field } from '../../register/fields.ts';
import { serviceColumnUseSchema } from '../../register/import/columns.ts';
import { serviceIdSchema } from '../../services/service.ts';
import { command } from '../define-command.ts';
import { accountFields } from '../rows/account-choices.ts';
import { setAccount } from './decide-account.ts';
import { recheckService, correctFact, settleDispute } from './decide-register.ts';
import { recordByToday } from './record-by-today.ts';

const details = z.object(fieldSchemas).partial();
const evidence = z.partialRecord(z.enum(fields as [Field, ...Field[]]), z.string().max(500));
const reason = z.string().trim().min(1).max(300);

/** The commands about the register of a studio of one's own. */
export const registerCommands = {
  'register/record': command(
    {
      entries: z
        .array(
          z.object({
            about: serviceIdSchema.nullable(),
            details,
            source: factSourceSchema,
            evidence,
          }),
        )
        .max(50_000),
      asOf: daySchema,
      /** What a person said about columns of the list. It is remembered for the next list. */
      columns: z
        .array(z.object({ key: columnKeySchema, use: serviceColumnUseSchema.nullable() }))
        .max(600)
        .exactOptional(),
    },
    recordByToday,
  ),
  'register/correct': command({ factId: factIdSchema, value: z.unknown(), reason }, correctFact),
  'register/settle': command({ factId: factIdSchema, reason }, settleDispute),
  /** Turns reading from Aruba on or off (rule L). */
  'account/settings': command(accountFields, setAccount),
  'register/recheck': command({ serviceId: serviceIdSchema, asOf: daySchema }, recheckService),
};
