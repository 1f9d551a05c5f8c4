import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { Button } from '../components/buttons.tsx';
import { Modal } from '../components/modal.tsx';
import { Empty } from '../components/surfaces.tsx';
import { loadLateTexts, text } from '../text/text.ts';
import { latePart } from './late-part.ts';

/** A part of a screen. It takes no focus when it comes. */
export function lateDetail<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return late(load, inPlace);
}

/** A screen whose file is loaded when it is first shown, or before that when the window is idle. */
export function lateScreen<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return late(load, inPlace, 'takes-focus');
}

const inPlace = (again: () => void): ReactNode => (
  <Empty title={text('late.title')} action={<Button onPress={again}>{text('late.again')}</Button>}>
    {text('late.text')}
  </Empty>
);

/** The same for a dialog. If its file cannot be loaded, a dialog says so. */
export function lateDialog<P extends { readonly onClose: () => void }>(
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  return late(load, (again, { onClose }) => (
    <Modal title={text('late.title')} onClose={onClose}>
      <p>{text('late.text')}</p>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.close')}</Button>
        <Button onPress={again}>{text('late.again')}</Button>
      </div>
    </Modal>
  ));
}

function late<P extends object>(
  load: () => Promise<ComponentType<P>>,
  failed: (again: () => void, props: P) => ReactNode,
  focus: 'takes-focus' | 'leaves-focus' = 'leaves-focus',
): ComponentType<P> {
  const part = latePart(async () => (await Promise.all([load(), loadLateTexts()]))[0]);
  return function Late(props: P) {
    const [step, setStep] = useState<'waits' | 'here' | 'failed'>(() =>
      part.loaded() === undefined ? 'waits' : 'here',
    );
    const focusBefore = useRef<Element | null | undefined>(undefined);

    useEffect(() => {
      if (step !== 'waits') return;
      let shown = true;
      focusBefore.current = document.activeElement;
      void part.load().then(
        () => shown && setStep('here'),
        () => shown && setStep('failed'),
      );
      return () => {
        shown = false;
      };
    }, [step]);

    // The window gave the focus to the title before there was one. A focus that the person moved stays.
    useEffect(() => {
      if (focus === 'leaves-focus' || step !== 'here' || focusBefore.current === undefined) return;
      const now = document.activeElement;
      if (now === focusBefore.current || now === document.body)
        document.getElementById('page-title')?.focus({ preventScroll: true });
    }, [step]);

    const Part = part.loaded();
    if (Part !== undefined) return <Part {...props} />;
    // Nobody sees or hears that it waits; whoever examines the page can.
    return step === 'failed' ? failed(() => setStep('waits'), props) : <span hidden data-late />;
  };
}
