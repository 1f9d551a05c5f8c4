import { useEffect, useState } from 'react';
import { Button } from '../components/buttons.tsx';
import { Modal } from '../components/modal.tsx';
import { PassphraseDialog } from '../screens/studio/passphrase-dialog.tsx';
import { StudioWorkRow } from '../screens/studio/studio-work-row.tsx';
import { useDesk } from '../store/desk.ts';
import {
  handOver,
  incoming,
  isTyping,
  kindOf,
  kindOfAll,
  type DropKind,
  type Incoming,
} from '../store/incoming.ts';
import { takeStudioFile } from '../store/studios.ts';
import { go, toast, useUi, type Route } from '../store/ui-store.ts';
import { text } from '../text/text.ts';
import { sectionOf } from './sections.ts';

/** Asks before something opens: which kind of list it is, or whether a studio is to be opened. */
interface Question {
  readonly about: 'list' | 'studio' | 'passphrase';
  readonly files: readonly [File, ...File[]];
}

const screens: { readonly [K in DropKind]: Route } = {
  staff: { screen: 'import' },
  services: { screen: 'import-services' },
  invoices: { screen: 'invoices', invoiceId: null },
};

function open(to: DropKind, what: Incoming): void {
  handOver(to, what);
  go(screens[to]);
}

/** The list that a person has in mind on this screen; null if it may be either. */
function listOf(route: Route): 'staff' | 'services' | null {
  if (route.screen === 'setup') return route.step === 'people' ? 'staff' : 'services';
  const section = sectionOf[route.screen];
  return section === 'people' ? 'staff' : section === 'services' ? 'services' : null;
}

const asksSomething = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

/** Opens the files, or returns what to ask before. Says what can be dropped if these cannot. */
function take(dropped: readonly File[]): Question | null {
  const { choosing, simulated } = useDesk.getState();
  const [first] = dropped;
  if (first === undefined) return null;
  const kind = kindOfAll(dropped);
  const unknown = choosing ? 'drop.no-studio' : simulated ? 'drop.unknown-sample' : 'drop.unknown';
  const refuse = (id: typeof unknown | 'drop.dialog'): null => {
    toast(text(id, { name: first.name }), { tone: 'late' });
    return null;
  };
  if (asksSomething()) return refuse('drop.dialog');
  const usable = kind === 'studio' || (!choosing && (kind === 'list' || (kind === 'invoices' && !simulated)));
  const [main, ...more] = dropped.filter((file) => kindOf(file) === kind);
  if (!usable || main === undefined) return refuse(unknown);
  const files = [main, ...more] as const;
  const others = dropped.length - (kind === 'studio' ? 1 : files.length);
  if (others > 0) toast(text('drop.left-out', { count: others }));
  if (kind === 'studio') return { about: 'studio', files };
  const list = simulated ? 'staff' : listOf(useUi.getState().route);
  if (kind === 'list' && list === null) return { about: 'list', files };
  open(kind === 'invoices' ? 'invoices' : (list ?? 'staff'), { kind: 'files', files });
  return null;
}

/** Where pasted cells are a list. Elsewhere nobody would expect a paste to lead to another screen. */
const lists: ReadonlySet<Route['screen']> = new Set(['people', 'matrix', 'services', 'setup']);

/** Opens the preview of copied cells on a screen of people or services. False if they are no list there. */
function takeCells(cells: string): boolean {
  const { choosing, simulated } = useDesk.getState();
  const { route } = useUi.getState();
  const list = lists.has(route.screen) ? listOf(route) : null;
  if (choosing || list === null || (simulated && list === 'services') || asksSomething()) return false;
  if (!/[\t\n]/.test(cells.trim())) return false;
  open(list, { kind: 'text', text: cells });
  return true;
}

/**
 * Takes files that are dropped or pasted anywhere in the window, and pasted cells, if the open screen leaves
 * them. They go to the screen that takes them.
 */
export function Drops() {
  const [question, setQuestion] = useState<Question | null>(null);
  useEffect(() => {
    const mark = (over: boolean): void =>
      void document.documentElement.toggleAttribute('data-dropping', over);
    const hasFiles = ({ dataTransfer }: DragEvent): boolean =>
      dataTransfer?.types.includes('Files') === true || (dataTransfer?.files.length ?? 0) > 0;
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      mark(true);
    };
    const onDragLeave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) mark(false);
    };
    const onDrop = (event: DragEvent): void => {
      mark(false);
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      setQuestion(take([...(event.dataTransfer?.files ?? [])]));
    };
    const onPaste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const what = incoming(event.clipboardData);
      if (what === null || (what.kind === 'text' && !takeCells(what.text))) return;
      event.preventDefault();
      if (what.kind === 'files') setQuestion(take(what.files));
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    window.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
      window.removeEventListener('paste', onPaste);
    };
  }, []);

  if (question === null) return null;
  const { about, files } = question;
  const close = (): void => setQuestion(null);
  if (about === 'passphrase') return <PassphraseDialog file={files[0]} onClose={close} />;
  const choose = (to: DropKind) => (
    <Button onPress={() => (close(), open(to, { kind: 'files', files }))}>
      {text(`drop.list-${to as 'staff' | 'services'}`)}
    </Button>
  );
  async function openStudio(): Promise<void> {
    const locked = await takeStudioFile(files[0]);
    setQuestion(locked ? { about: 'passphrase', files } : null);
  }
  return (
    <Modal title={text(`drop.${about}-title`, { name: files[0].name })} onClose={close}>
      <p>{text(`drop.${about}-text`)}</p>
      <StudioWorkRow />
      <div className="dialog-actions">
        <Button onPress={close}>{text('shell.cancel')}</Button>
        {about === 'list' ? (
          <>
            {choose('staff')}
            {choose('services')}
          </>
        ) : (
          <Button kind="primary" onPress={() => void openStudio()}>
            {text('studio.open')}
          </Button>
        )}
      </div>
    </Modal>
  );
}
