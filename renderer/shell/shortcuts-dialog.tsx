import { Button } from '../components/buttons.tsx';
import { Modal } from '../components/modal.tsx';
import { useDesk } from '../store/desk.ts';
import { openManual } from '../store/ui-store.ts';
import { text, type TextId } from '../text/text.ts';

type Shortcut = readonly [keys: string, what: string];

const named = (keys: string, what: TextId): Shortcut => [keys, text(what)];

/** The sections that have a digit, in the order of their digits. A studio of one's own has purchases. */
const sections = (simulated: boolean): readonly TextId[] => [
  'nav.status',
  'nav.people',
  'nav.services',
  'nav.cart',
  simulated ? 'nav.orders' : 'purchase.list-title',
  'nav.quotes',
  'nav.renewals',
  'nav.history',
];

const groups = (
  simulated: boolean,
): readonly { readonly title: TextId; readonly shortcuts: readonly Shortcut[] }[] => [
  {
    title: 'shortcuts.everywhere',
    shortcuts: [
      named('Ctrl ↵', 'shortcuts.primary'),
      named('Ctrl K', 'shortcuts.palette'),
      named('Ctrl F', 'shortcuts.search'),
      named('Ctrl P', 'shortcuts.print'),
      named('Ctrl Z', 'shortcuts.undo'),
      named('Ctrl Y', 'shortcuts.redo'),
      named('Alt ←', 'shortcuts.back'),
      named(text('keys.window'), 'shortcuts.window'),
      named('Esc', 'shortcuts.close'),
      named('F1', 'shortcuts.manual'),
      named('?', 'shortcuts.sheet'),
    ],
  },
  {
    title: 'shortcuts.lists',
    shortcuts: [
      named(text('keys.arrows'), 'shortcuts.arrows'),
      named(text('keys.ends'), 'shortcuts.ends'),
      named(text('keys.space'), 'shortcuts.select'),
      named('Ctrl A', 'shortcuts.all'),
      named('Ctrl V', 'shortcuts.paste'),
      named(text('keys.enter'), 'shortcuts.open'),
      named('F2', 'shortcuts.change'),
      named(text('keys.shift-arrows'), 'shortcuts.extend'),
    ],
  },
  {
    title: 'shortcuts.sections',
    shortcuts: sections(simulated).map((section, index) => named(`Ctrl ${index + 1}`, section)),
  },
];

/** `?`: every shortcut, by where it works. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const simulated = useDesk((desk) => desk.simulated);
  return (
    <Modal title={text('shortcuts.title')} onClose={onClose} large>
      <div className="shortcuts">
        {groups(simulated).map(({ title, shortcuts }) => (
          <section key={title} aria-label={text(title)}>
            <h3>{text(title)}</h3>
            <dl>
              {shortcuts.map(([keys, what]) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="dialog-actions">
        <Button
          onPress={() => {
            onClose();
            openManual();
          }}
        >
          {text('nav.manual')}
        </Button>
        <Button autoFocus onPress={onClose}>
          {text('shell.close')}
        </Button>
      </div>
    </Modal>
  );
}
