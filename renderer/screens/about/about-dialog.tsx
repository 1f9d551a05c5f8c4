import { useEffect, useState } from 'react';
import { Button } from '../../components/buttons.tsx';
import { Modal } from '../../components/modal.tsx';
import { text } from '../../text/text.ts';

/** The build writes it (vite.config.ts). */
interface Licences {
  readonly version: string;
  readonly libraries: readonly {
    readonly name: string;
    readonly version: string;
    readonly licence: string;
    readonly text: string;
  }[];
}

/** Undefined while it is read, null if this copy has none. */
function useLicences(): Licences | null | undefined {
  const [licences, setLicences] = useState<Licences | null>();
  useEffect(() => {
    let shown = true;
    const show = (found: Licences | null): void => {
      if (shown) setLicences(found);
    };
    fetch('licences.json')
      .then(async (answer) => (answer.ok ? ((await answer.json()) as Licences) : null))
      .then(show, () => show(null));
    return () => {
      shown = false;
    };
  }, []);
  return licences;
}

/** The version, and the licence of each library that is packed into the program. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const licences = useLicences();
  return (
    <Modal title={text('about.title')} onClose={onClose} large>
      {licences !== undefined && licences !== null && (
        <p>{text('about.version', { version: licences.version })}</p>
      )}
      <p>{text('about.own')}</p>
      <p>{text('about.shell')}</p>
      {licences === null && <p>{text('about.missing')}</p>}
      {licences !== undefined && licences !== null && (
        <section className="licences" aria-labelledby="licences-title">
          <h3 id="licences-title">{text('about.libraries', { count: licences.libraries.length })}</h3>
          {licences.libraries.map(({ name, version, licence, text: words }) => (
            <details key={`${name} ${version}`}>
              <summary>{text('about.library', { name, version, licence })}</summary>
              <p className="licence-text">{words}</p>
            </details>
          ))}
        </section>
      )}
      <div className="dialog-actions">
        <Button kind="primary" onPress={onClose}>
          {text('shell.close')}
        </Button>
      </div>
    </Modal>
  );
}
