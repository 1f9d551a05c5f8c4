/** What stands around the jobs of the manual. [Italian, English] */
export const manualText = {
  'manual.contents': ['Capitoli del manuale', 'Chapters of the manual'],
  'manual.search': ['Cerca nel manuale', 'Search the manual'],
  'manual.none': ['Nessun capitolo con queste parole.', 'No chapter with these words.'],
  'manual.chapter': ['{number}. {title}', '{number}. {title}'],
  'manual.steps': ['Come si fa', 'How to do it'],
  'manual.mind': ['A che cosa fare attenzione', 'What to watch for'],
  'manual.open': ['Apri {screen}', 'Open {screen}'],
  'manual.picture': ['Figura: {shows}.', 'Picture: {shows}.'],
  'manual.before': ['Capitolo prima: {title}', 'Chapter before: {title}'],
  'manual.next': ['Capitolo dopo: {title}', 'Next chapter: {title}'],
} as const;
