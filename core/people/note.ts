import type { PersonId } from '../kernel/id.ts';
import { z } from '../kernel/parse.ts';
import { personIdSchema } from './person.ts';

export const mostNoteCharacters = 2000;

/**
 * The firm's note about a person. It is kept apart from the person's row, so that no staff list overwrites
 * it. `id` is the person's id.
 */
export interface PersonNote {
  readonly id: PersonId;
  readonly text: string;
}

export const noteTextSchema = z.string().max(mostNoteCharacters);

export const personNoteSchema = z.object({ id: personIdSchema, text: noteTextSchema });

/** A note as it is kept: line ends are `\n`, and blanks at both ends are cut. */
export const tidyNote = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim();
