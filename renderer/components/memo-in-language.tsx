import { memo, type FunctionComponent } from 'react';
import { language, type Language } from '../text/text.ts';

/** A component that renders only when what it shows, or the language of its words, has changed. */
export function memoInLanguage<P extends object>(Part: FunctionComponent<P>): FunctionComponent<P> {
  const Kept = memo(Part as FunctionComponent<P & { readonly spoken: Language }>);
  return function InLanguage(props) {
    return <Kept {...props} spoken={language()} />;
  };
}
