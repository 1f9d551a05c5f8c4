// The only policy of Trusted Types that the page may have (electron/security.ts). Wherever a text would
// become markup or the address of a script, the browser asks here. Import it before everything else.

/** Not yet among TypeScript's types of the page. */
interface TrustedTypes {
  createPolicy(
    name: 'default',
    rules: Record<
      'createHTML' | 'createScriptURL',
      (text: string, type: string, sink: string) => string | null
    >,
  ): unknown;
}

/** The page of a paper, in a frame without scripts (components/paper-preview.tsx). */
const paper = 'HTMLIFrameElement srcdoc';

(globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('default', {
  // react-aria empties its announcements with an empty text.
  createHTML: (text, _type, sink) => (text === '' || sink === paper ? text : null),
  // The readers of lists and invoices are workers.
  createScriptURL: (address) => (address.startsWith(`${location.origin}/assets/`) ? address : null),
});
