import { useEffect, useState } from 'react';
import { Button } from '../components/buttons.tsx';
import { Modal } from '../components/modal.tsx';
import { PassphraseDialog } from '../screens/studio/passphrase-dialog.tsx';
import { StudioWorkRow } from '../screens/studio/studio-work-row.tsx';
import { useDesk } from '../store/desk.ts';
import { handOver, kindOf, kindOfAll, type DropKind } from '../store/dropped-files.ts';
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

function open(to: DropKind, files: readonly File[]): void {
  handOver(to, files);
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
  open(kind === 'invoices' ? 'invoices' : (list ?? 'staff'), files);
  return null;
}

/**
 * Takes files that are dropped anywhere in the window and that the open screen leaves. They go to the screen
 * that takes them.
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
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

  if (question === null) return null;
  const { about, files } = question;
  const close = (): void => setQuestion(null);
  if (about === 'passphrase') return <PassphraseDialog file={files[0]} onClose={close} />;
  const choose = (to: DropKind) => (
    <Button onPress={() => (close(), open(to, files))}>
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
