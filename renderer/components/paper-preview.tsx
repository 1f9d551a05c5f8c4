import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { encode } from 'uqr';
import { printPage } from '../../core/formats/paper/print-page.ts';
import type { PrintDocument } from '../papers/print-sheet.ts';
import { useUi } from '../store/ui-store.ts';
import { text } from '../text/text.ts';

/** The width and the height of an A4 page in pixels of a screen. */
const page = { width: 794, height: 1123 };

/** The print page as it was built: the main process fills in the same file for a PDF. */
let template: Promise<string | null> | undefined;

async function readTemplate(): Promise<string | null> {
  try {
    const answer = await fetch('print.html');
    return answer.ok ? await answer.text() : null;
  } catch {
    // The preview says that it is not there, and the next one tries again.
    template = undefined;
    return null;
  }
}

/** Undefined while it is read, null if it cannot be read. */
function useTemplate(): string | null | undefined {
  const [read, setRead] = useState<string | null | undefined>();
  useEffect(() => {
    template ??= readTemplate();
    void template.then(setRead);
  }, []);
  return read;
}

/**
 * A document as it will be printed: the same page as the PDF, as wide as its place. It has no script, and
 * the content policy of the window holds in it. Nothing in it can be reached. Pages are not cut: a long
 * document is one long sheet.
 */
export function PaperPreview({
  document,
  whole = true,
  inDialog = false,
}: {
  readonly document: PrintDocument;
  /** False to end with the last line instead of the page. */
  readonly whole?: boolean;
  /** True in a dialog. Elsewhere the page is away while a dialog covers the screen. */
  readonly inDialog?: boolean;
}) {
  const covered = useUi((ui) => ui.dialog !== null) && !inDialog;
  const read = useTemplate();
  const place = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [width, setWidth] = useState(0);
  const [height, setHeight] = useState(page.height);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const measure = new ResizeObserver(() => setWidth(element.clientWidth));
    measure.observe(element);
    return () => measure.disconnect();
  }, []);
  const measured = (): void => {
    const body = frame.current?.contentDocument?.body;
    if (body !== undefined) setHeight(Math.max(whole ? page.height : 0, body.offsetHeight));
  };
  const scale = width / page.width;
  return (
    <div ref={place} className="paper" style={{ height: read === null ? undefined : height * scale }}>
      {read === null && <p className="muted">{text('paper.none')}</p>}
      {typeof read === 'string' && !covered && (
        // A sandbox would keep out nothing more: the content policy lets no script of the page run.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        <iframe
          ref={frame}
          title={text('paper.title', { title: document.title })}
          tabIndex={-1}
          srcDoc={printPage(read, document, encode)}
          onLoad={measured}
          style={{ width: page.width, height, transform: `scale(${scale})` }}
        />
      )}
    </div>
  );
}
