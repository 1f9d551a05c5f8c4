import { useState } from 'react';
import { rowSum } from '../../../../core/desk/rows/row-sum.ts';
import { mostNoteCharacters, tidyNote } from '../../../../core/people/note.ts';
import { fullName, type Person } from '../../../../core/people/person.ts';
import { Button } from '../../../components/buttons.tsx';
import { Banner } from '../../../components/surfaces.tsx';
import { TextArea } from '../../../components/text-area.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';

/**
 * The firm's note about a person. It is saved when the field loses the focus, or with Ctrl+Enter. Escape
 * restores the saved text. What somebody else has written meanwhile is shown, and not overwritten unasked.
 */
export function NoteField({ person }: { readonly person: Person }) {
  const { workspace } = useDesk((desk) => desk.state);
  const saved = workspace.notes.get(person.id)?.text ?? '';
  const now = rowSum(workspace, { table: 'notes', id: person.id });
  /** Null while nobody is typing. Then the field shows the saved note, whichever window saved it. */
  const [draft, setDraft] = useState<string | null>(null);
  /** The saved note that the draft takes the place of. */
  const [seen, setSeen] = useState('');
  const overtaken = draft !== null && tidyNote(draft) !== saved && seen !== now;

  async function save(instead = seen): Promise<void> {
    if (overtaken && instead !== now) return;
    const note = draft === null ? saved : tidyNote(draft);
    if (note === saved) return setDraft(null);
    const done = text(note === '' ? 'note.removed' : 'note.saved', { name: fullName(person) });
    // A text that could not be saved stays in the field.
    const command = { type: 'person/note', personId: person.id, text: note, seen: instead } as const;
    if (await submit(command, { text: done, undo: true })) setDraft(null);
  }

  return (
    <div className="stack stack-small" data-own-enter>
      <TextArea
        label={text('note.label')}
        hint={text('note.hint', { left: mostNoteCharacters - (draft ?? saved).length })}
        rows={3}
        value={draft ?? saved}
        maxLength={mostNoteCharacters}
        onChange={(next) => {
          if (draft === null) setSeen(now);
          setDraft(next);
        }}
        onBlur={() => void save()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
          else if (event.key === 'Escape' && draft !== null) setDraft(null);
          else return;
          event.stopPropagation();
        }}
      />
      {overtaken && (
        <Banner tone="soon" action={<Button onPress={() => void save(now)}>{text('note.keep-mine')}</Button>}>
          {text('note.other', { note: saved === '' ? '–' : saved })}
        </Banner>
      )}
    </div>
  );
}
