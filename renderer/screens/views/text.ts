/** Texts of saved views. [Italian, English] */
export const viewsText = {
  'views.title': ['Viste salvate', 'Saved views'],
  'views.label': ['Vista', 'View'],
  'views.choose': ['Scegli', 'Choose'],
  'views.first': ['Salva', 'Save'],
  'views.button': ['{shown}, viste salvate', '{shown}, saved views'],
  'views.teach': [
    'Dai un nome a quello che l’elenco mostra adesso: filtri, ordine, gruppi. Lo ritrovi qui e con Ctrl K.',
    'Give a name to what the list shows now: filters, order, groups. You find it here and with Ctrl K.',
  ],
  'views.teach-people': [
    'Dai un nome a quello che l’elenco mostra adesso: servizio, stato, reparto, ordine. Lo ritrovi qui e con Ctrl K. Quello che cerchi non si salva: un nome cercato resterebbe anche dopo la cancellazione della persona.',
    'Give a name to what the list shows now: service, state, department, order. You find it here and with Ctrl K. What you search for is not saved: a name would stay there after the person is erased.',
  ],
  'views.name': ['Nome della vista', 'Name of the view'],
  'views.save': ['Salva la vista', 'Save the view'],
  'views.replace': ['Sostituisci', 'Replace'],
  'views.saved': ['Vista “{name}” salvata', 'View “{name}” saved'],
  'views.replaced': ['Vista “{name}” sostituita', 'View “{name}” replaced'],
  'views.remove': ['Togli la vista {name}', 'Remove the view {name}'],
  'views.removed': ['Vista “{name}” tolta', 'View “{name}” removed'],
} as const;
