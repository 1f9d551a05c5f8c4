/** What this program is, and whose work is in it. [Italian, English] */
export const aboutText = {
  'about.title': ['Informazioni su Allinea', 'About Allinea'],
  'about.version': ['Versione {version}', 'Version {version}'],
  'about.own': [
    'Allinea è software libero, con la licenza MIT. Non è un prodotto di Aruba.',
    'Allinea is free software under the MIT licence. It is not a product of Aruba.',
  ],
  'about.shell': [
    'Le licenze di Electron e di Chromium sono nella cartella del programma installato: LICENSE.electron.txt e LICENSES.chromium.html.',
    'The licences of Electron and Chromium are in the folder of the installed program: LICENSE.electron.txt and LICENSES.chromium.html.',
  ],
  'about.libraries': [
    '{count, plural, one {Una libreria} other {# librerie}} di altri',
    '{count, plural, one {One library} other {# libraries}} of others',
  ],
  'about.library': ['{name} {version}, licenza {licence}', '{name} {version}, {licence} licence'],
  'about.missing': [
    'L’elenco delle librerie non è in questa copia del programma.',
    'The list of libraries is not in this copy of the program.',
  ],
} as const;
