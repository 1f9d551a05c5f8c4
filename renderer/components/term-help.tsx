import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { text } from '../text/text.ts';

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
    <DialogTrigger>
      <AriaButton className="term-help" aria-label={text('term.open', { term: name })} />
      <Popover className="popover derivation" placement="bottom start">
        <Dialog className="derivation-body stack stack-small">
          <Heading slot="title" level={2}>
            {name}
          </Heading>
          <p>{text(`term.${term}-text`)}</p>
          <p className="faint">{text(`term.${sources[term]}`, { page: text(`term.${term}-source`) })}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
