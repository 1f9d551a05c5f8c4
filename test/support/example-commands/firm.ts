// A valid command of each type about the firm: its choices, its letterhead, and who works.

export const choiceExamples = [
  {
    type: 'firm/settings',
    rule: 'thirty-360',
    offPolicy: 'until-service-expiry',
    language: 'en',
    theme: 'system',
  },
  { type: 'firm/settings', theme: 'dark' },
];

export const letterheadExamples = [
  { type: 'firm/logo', base64: null },
  { type: 'firm/letterhead', layout: 'centred' },
  { type: 'operator/name', name: 'Maria Bassi' },
];
