import { useState } from 'react';
import { text } from '../text/text.ts';

const most = 6;

/** Names in one line. A long list shows the first few and a button for all of them. */
export function NameList({ names }: { readonly names: readonly string[] }) {
  const [all, setAll] = useState(false);
  if (all || names.length <= most + 1) return names.join(', ');
  return (
    <>
      {names.slice(0, most).join(', ')}{' '}
      <button type="button" className="link" onClick={() => setAll(true)}>
        {text('names.more', { count: names.length - most })}
      </button>
    </>
  );
}
