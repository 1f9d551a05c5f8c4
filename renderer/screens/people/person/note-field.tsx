import { useState } from 'react';
import { Label, Text, TextArea, TextField } from 'react-aria-components';
import { mostNoteCharacters, tidyNote } from '../../../../core/people/note.ts';
import { fullName, type Person } from '../../../../core/people/person.ts';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';

/**
 * What the firm notes about a person: saved when the field is left, or with Ctrl+Enter; Escape brings back
 * what was there.
 */
export function NoteField({ person }: { readonly person: Person }) {
  const state = useDesk((desk) => desk.state);
  const saved = state.workspace.notes.get(person.id)?.text ?? '';
  /** Null while nobody is writing: then it shows what is saved, by whichever window. */
  const [draft, setDraft] = useState<string | null>(null);

  async function save(): Promise<void> {
    const note = draft === null ? saved : tidyNote(draft);
    if (note === saved) return setDraft(null);
    const done = text(note === '' ? 'note.removed' : 'note.saved', { name: fullName(person) });
    // What could not be saved stays in the field.
    if (await submit({ type: 'person/note', personId: person.id, text: note }, { text: done, undo: true }))
      setDraft(null);
  }

  return (
    <TextField
      className="field"
      value={draft ?? saved}
      maxLength={mostNoteCharacters}
      onChange={setDraft}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        else if (event.key === 'Escape' && draft !== null) setDraft(null);
        else event.continuePropagation();
      }}
    >
      <Label>{text('note.label')}</Label>
      <TextArea rows={3} />
      <Text slot="description">
        {text('note.hint', { left: mostNoteCharacters - (draft ?? saved).length })}
      </Text>
    </TextField>
  );
}
