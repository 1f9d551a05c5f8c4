/** Where the logo stands at the head of the firm's papers, or that there is none. The first is the usual. */
export const letterheadLayouts = ['logo-right', 'logo-left', 'centred', 'no-logo'] as const;
export type LetterheadLayout = (typeof letterheadLayouts)[number];
