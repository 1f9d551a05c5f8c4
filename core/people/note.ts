import type { PersonId } from '../kernel/id.ts';
import { z } from '../kernel/parse.ts';
import { personIdSchema } from './person.ts';

export const mostNoteCharacters = 2000;

/**
 * What the firm wrote about a person: apart from the person's row, so that no staff list writes over it. `id`
 * is the person's.
 */
export interface PersonNote {
  readonly id: PersonId;
  readonly text: string;
}

export const noteTextSchema = z.string().max(mostNoteCharacters);

export const personNoteSchema = z.object({ id: personIdSchema, text: noteTextSchema });

/** A note as it is kept: one sign for a line's end, nothing blank around it. */
export const tidyNote = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim();
