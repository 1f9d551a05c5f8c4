import { text } from '../text/text.ts';
import { PopoverButton } from './popover-button.tsx';

/** Who says what a term means: Aruba, or the product itself (its README says what is whose). */
const sources = {
  extension: 'aruba',
  user: 'aruba',
  expiry: 'aruba',
  window: 'aruba',
  grace: 'aruba',
  session: 'own',
  common: 'own',
} as const;

export type Term = keyof typeof sources;
export const terms = Object.keys(sources) as readonly Term[];

/** A small question mark beside a term. It opens what the term means, and who says so. */
export function TermHelp({ term }: { readonly term: Term }) {
  const name = text(`term.${term}`);
  return (
    <PopoverButton
      className="term-help"
      label={text('term.open', { term: name })}
      tidy
      title={name}
      renderContent={() => (
        <>
          <p>{text(`term.${term}-text`)}</p>
          <p className="faint">{text(`term.${sources[term]}`, { page: text(`term.${term}-source`) })}</p>
        </>
      )}
    />
  );
}
