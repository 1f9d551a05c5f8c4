// A valid command of each type about the register.

/** A service as a person types it: all that the register can know. */
export const typedService = {
  about: null,
  details: {
    holder: 'Edilnova S.p.A.',
    vatCode: '01234560512',
    kind: 'e-invoicing',
    expiry: '2027-05-14',
    users: [{ quantity: 3, expiry: null }],
    modules: [{ kind: 'documents', expiry: '2027-05-14' }],
    space: [],
    account: '8841207@aruba.it',
    access: 'supervisore-360',
    payer: 'client',
    automaticRenewal: false,
    followed: true,
  },
  source: { kind: 'typed' },
  evidence: { holder: 'Edilnova S.p.A.' },
};

export const registerExamples = [
  { type: 'register/record', asOf: '2026-11-24', entries: [typedService] },
  {
    type: 'register/record',
    asOf: '2026-11-24',
    entries: [
      { about: 'fe-studio', details: { users: [] }, source: { kind: 'paste' }, evidence: {} },
      { about: 'fe-rossi', details: {}, source: { kind: 'sheet', file: 'a.xlsx', row: 4 }, evidence: {} },
    ],
  },
  {
    type: 'register/record',
    asOf: '2026-11-24',
    entries: [],
    columns: [
      { key: 'codgest', use: 'unused' },
      { key: 'noteinterne:2', use: 'note' },
      { key: 'zona', use: null },
    ],
  },
  { type: 'register/correct', factId: 'fact-1', value: 'Edilnova srl', reason: 'nome sbagliato' },
  { type: 'register/settle', factId: 'fact-1', reason: 'scelto' },
  { type: 'register/recheck', serviceId: 'fe-studio', asOf: '2026-11-24' },
];
