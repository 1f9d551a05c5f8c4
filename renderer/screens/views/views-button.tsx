import { useMemo, useState, type FormEvent } from 'react';
import { viewId, type SavedView, type Shown } from '../../../core/desk/rows/saved-view.ts';
import { compareNames } from '../../../core/register/arranged-by.ts';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { Icon } from '../../components/icon.tsx';
import { PopoverButton } from '../../components/popover-button.tsx';
import { useRoving } from '../../components/use-roving.ts';
import { ask } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { openView } from '../../store/shown-lists.ts';
import { text } from '../../text/text.ts';
import { sameShown } from './same-shown.ts';

/** The saved view that the list shows, and a button to choose, save and remove views. */
export function ViewsButton({ shown }: { readonly shown: Shown }) {
  const saved = useDesk((desk) => desk.state.workspace.views);
  const { list } = shown;
  const own = useMemo(
    () =>
      [...saved.values()]
        .filter((view) => view.shown.list === list)
        .sort((a, b) => compareNames(a.name, b.name)),
    [saved, list],
  );
  const current = own.find((view) => sameShown(view.shown, shown));
  const name = current?.name ?? text(own.length === 0 ? 'views.first' : 'views.choose');
  return (
    <div className="select-inline">
      <span aria-hidden="true">{`${text('views.label')}:`}</span>
      <PopoverButton
        className="select-button"
        label={text('views.button', { shown: name })}
        title={text('views.title')}
        tidy
        renderContent={(close) => <Views own={own} current={current} shown={shown} onClose={close} />}
      >
        <span title={name}>{name}</span>
        <Icon name="down" size={12} />
      </PopoverButton>
    </div>
  );
}

function Views({
  own,
  current,
  shown,
  onClose,
}: {
  readonly own: readonly SavedView[];
  readonly current: SavedView | undefined;
  readonly shown: Shown;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  const { ref, ...roving } = useRoving();
  const wanted = name.trim();
  const replaces = own.some(({ id }) => id === viewId(shown.list, wanted));

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (wanted === '') return;
    const refused = await ask(
      { type: 'view/save', name: wanted, shown },
      { text: text(replaces ? 'views.replaced' : 'views.saved', { name: wanted }), undo: true },
    );
    if (refused === null) onClose();
    else setProblem(refused);
  }

  async function remove({ id, name: gone }: SavedView): Promise<void> {
    // The row takes its button with it.
    ref.current?.closest('section')?.focus();
    const refused = await ask(
      { type: 'view/remove', id },
      { text: text('views.removed', { name: gone }), undo: true },
    );
    setProblem(refused ?? undefined);
  }

  return (
    <>
      {own.length > 0 && (
        <ul ref={ref} {...roving} className="views" aria-label={text('views.title')}>
          {own.map((view) => (
            <li key={view.id} data-row className="row">
              <button
                type="button"
                className="option"
                aria-current={view === current || undefined}
                data-selected={view === current || undefined}
                data-first-focus={view === (current ?? own[0]) || undefined}
                onClick={() => {
                  onClose();
                  openView(view);
                }}
              >
                {view.name}
              </button>
              <Button
                kind="quiet"
                aria-label={text('views.remove', { name: view.name })}
                onPress={() => void remove(view)}
              >
                <Icon name="close" size={12} />
              </Button>
            </li>
          ))}
        </ul>
      )}
      {own.length === 0 && (
        <p className="muted">{text(shown.list === 'people' ? 'views.teach-people' : 'views.teach')}</p>
      )}
      <form className="row row-end" onSubmit={(event) => void save(event)}>
        <TextField
          label={text('views.name')}
          value={name}
          onChange={setName}
          maxLength={60}
          error={problem}
          firstFocus={own.length === 0}
          suggestions={own.map((view) => view.name)}
        />
        <Button type="submit" isDisabled={wanted === ''}>
          {text(replaces ? 'views.replace' : 'views.save')}
        </Button>
      </form>
    </>
  );
}
