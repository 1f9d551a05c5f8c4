import { z } from '../../kernel/parse.ts';
import { optionalFields } from '../../people/import/column-names.ts';
import { columnKeySchema } from '../../formats/spreadsheet/headers.ts';
import { columnUseSchema } from '../../people/import/columns.ts';
import { noteTextSchema } from '../../people/note.ts';
import {
  peopleChangeSchema,
  personChangeSchema,
  personDetailsSchema,
  personIdSchema,
} from '../../people/person.ts';
import { command } from '../define-command.ts';
import { seen } from '../rows/row-sum.ts';
import { mergePeople, tellApart } from './decide-merge.ts';
import {
  addClient,
  addPerson,
  changePeople,
  changePerson,
  erasePerson,
  importPeople,
  rememberColumns,
  writeNote,
} from './decide-people.ts';

const personId = personIdSchema;
const details = personDetailsSchema;

/** The commands about people and clients. */
export const peopleCommands = {
  'people/import': command(
    {
      rows: z.array(personDetailsSchema).max(200_000),
      present: z.array(z.enum(optionalFields)),
      /** True: names that differ only in upper and lower case are taken from the list. */
      takeCase: z.boolean().exactOptional(),
    },
    importPeople,
  ),
  'columns/remember': command(
    {
      /** A null use: the column's use is forgotten. */
      choices: z.array(z.object({ key: columnKeySchema, use: columnUseSchema.nullable() })).max(600),
    },
    rememberColumns,
    { undo: 'never' },
  ),
  'person/add': command({ details }, addPerson),
  /** What `details` does not name stays: two desks may change different fields of one person. */
  'person/change': command({ personId, details: personChangeSchema }, changePerson),
  'people/change': command(
    { personIds: z.array(personIdSchema).min(1).max(20_000), details: peopleChangeSchema },
    changePeople,
  ),
  'person/erase': command({ personId }, erasePerson, { undo: 'ends-all', erases: true }),
  /** Two rows are one person: `keep` stays, with these details and all that `drop` had. */
  'person/merge': command({ keep: personId, drop: personId, details }, mergePeople),
  /** Two people with alike names: they are not proposed for merging again. */
  'person/apart': command({ personIds: z.tuple([personIdSchema, personIdSchema]) }, tellApart),
  'person/note': command({ personId, text: noteTextSchema, seen }, writeNote),
  'client/add': command({ name: z.string().trim().min(1).max(200), vatCode: z.string() }, addClient),
};
