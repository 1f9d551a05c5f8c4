import { useState } from 'react';
import { text } from '../text/text.ts';

const most = 6;

/** Names one after the other; of many the first few, and all of them on request. */
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
