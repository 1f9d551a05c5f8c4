// A valid command of each type about people, their seats and clients, and a restore.

export const exampleDetails = {
  givenName: 'Anna',
  familyName: 'Ferri',
  email: 'a.ferri@x.it',
  department: '',
  start: '2012-05-02',
  end: null,
};

export const peopleExamples = [
  { type: 'people/import', rows: [exampleDetails], present: ['start', 'department', 'end'] },
  { type: 'people/import', rows: [], present: [] },
  { type: 'people/import', rows: [exampleDetails], present: [], takeCase: true },
  {
    type: 'columns/remember',
    choices: [
      { key: 'matricola:2', use: 'unused' },
      { key: 'posta', use: null },
    ],
  },
  { type: 'person/add', details: exampleDetails },
  { type: 'person/change', personId: 'p-a-ferri', details: exampleDetails },
  { type: 'person/change', personId: 'p-a-ferri', details: { department: 'Paghe' } },
  { type: 'people/change', personIds: ['p-a-ferri', 'p-f-riva'], details: { end: '2026-12-31' } },
  { type: 'seat/need', serviceId: 'fe-studio', personIds: ['p-a-ferri'], needed: true },
  { type: 'seat/assign', serviceId: 'fe-studio', personIds: [] },
  { type: 'seat/free', serviceId: 'fe-studio', personIds: ['p-a-ferri'] },
  { type: 'person/erase', personId: 'p-p-greco' },
  {
    type: 'studio/restore',
    changes: [
      { table: 'clients', id: '01234560512', value: null },
      {
        table: 'clients',
        id: '04455660425',
        value: { id: '04455660425', name: 'Vivai Toscani', vatCode: '04455660425' },
      },
    ],
  },
  { type: 'person/merge', keep: 'p-a-ferri', drop: 'p-p-greco', details: exampleDetails },
  { type: 'person/apart', personIds: ['p-a-ferri', 'p-p-greco'] },
  { type: 'person/note', personId: 'p-a-ferri', text: 'Rientra a marzo.' },
  {
    type: 'seat/permissions',
    serviceId: 'fe-studio',
    personIds: [],
    permissions: ['read', 'collections-create'],
  },
  { type: 'seat/adopt', serviceId: 'fe-studio', users: [{ username: 'aferri01', personId: 'p-a-ferri' }] },
  { type: 'seat/username', serviceId: 'fe-studio', personId: 'p-a-ferri', username: '' },
  { type: 'panel/align', serviceId: 'fe-studio', usernames: ['pgreco01'] },
  { type: 'client/add', name: 'Otticanova srl', vatCode: '02342520158' },
];
