import { useState } from 'react';
import { mostNoteCharacters, tidyNote } from '../../../../core/people/note.ts';
import { fullName, type Person } from '../../../../core/people/person.ts';
import { TextArea } from '../../../components/text-area.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';

/**
 * The firm's note about a person. It is saved when the field loses the focus, or with Ctrl+Enter. Escape
 * restores the saved text.
 */
export function NoteField({ person }: { readonly person: Person }) {
  const state = useDesk((desk) => desk.state);
  const saved = state.workspace.notes.get(person.id)?.text ?? '';
  /** Null while nobody is typing. Then the field shows the saved note, whichever window saved it. */
  const [draft, setDraft] = useState<string | null>(null);

  async function save(): Promise<void> {
    const note = draft === null ? saved : tidyNote(draft);
    if (note === saved) return setDraft(null);
    const done = text(note === '' ? 'note.removed' : 'note.saved', { name: fullName(person) });
    // A text that could not be saved stays in the field.
    if (await submit({ type: 'person/note', personId: person.id, text: note }, { text: done, undo: true }))
      setDraft(null);
  }

  return (
    <div data-own-enter>
      <TextArea
        label={text('note.label')}
        hint={text('note.hint', { left: mostNoteCharacters - (draft ?? saved).length })}
        rows={3}
        value={draft ?? saved}
        maxLength={mostNoteCharacters}
        onChange={setDraft}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
          else if (event.key === 'Escape' && draft !== null) setDraft(null);
          else return;
          event.stopPropagation();
        }}
      />
    </div>
  );
}
