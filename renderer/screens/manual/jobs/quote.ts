import type { Job } from '../job.ts';

export const quote: Job = {
  title: ['Fare un preventivo a un cliente', 'Make a quote for a client'],
  when: [
    'Quando un cliente chiede quanto costa, prima di ordinare. Si fa anche senza rete.',
    'When a client asks what it costs, before anything is ordered. It works without a network too.',
  ],
  steps: [
    {
      says: [
        'Nel carrello o nella pagina del servizio premi {quotes.make}; oppure in {nav.quotes} premi {quotes.new}.',
        'In the cart or on the service’s page press {quotes.make}; or in {nav.quotes} press {quotes.new}.',
      ],
      opens: 'quotes',
    },
    {
      says: [
        'Controlla le righe: sono quelle del carrello, nella figura {€7099} IVA inclusa. In {quote.content} puoi cambiare le quantità.',
        'Check the lines: they are those of the cart, in the picture {€7099} with VAT. In {quote.content} you can change the quantities.',
      ],
    },
    {
      says: [
        'In {fee.title} premi {fee.add} per il lavoro dello studio, con la sua IVA.',
        'In {fee.title} press {fee.add} for the work of the firm, with its own VAT.',
      ],
    },
    {
      says: [
        'In {quote.details} premi {quote.details-edit}. Per un testo prima e dopo le righe premi {words.edit}.',
        'In {quote.details} press {quote.details-edit}. For words before and after the lines press {words.edit}.',
      ],
    },
    {
      says: [
        'Premi {quote.issue}: il preventivo prende il numero e non si modifica più.',
        'Press {quote.issue}: the quote takes its number and is not changed any more.',
      ],
    },
    {
      says: [
        'Premi {quote.export} per il PDF, il foglio Excel o il testo da incollare in un’e-mail.',
        'Press {quote.export} for the PDF, the Excel sheet or the text to paste into an e-mail.',
      ],
    },
    {
      says: [
        'Se il cliente accetta premi {quote.accept}, poi {quote.to-cart}: gli importi restano gli stessi.',
        'If the client accepts press {quote.accept}, then {quote.to-cart}: the amounts stay the same.',
      ],
    },
  ],
  mind: [
    [
      'Se nel frattempo prezzi o date cambiano, Allinea segna {quotes.moved}. Il preventivo resta com’è finché non scegli: {quote.keep} o {quote.revise|number=2}.',
      'If prices or dates change meanwhile, Allinea marks it {quotes.moved}. The quote stays as it is until you choose: {quote.keep} or {quote.revise|number=2}.',
    ],
    [
      'Le voci dello studio sono solo del preventivo: nell’ordine ad Aruba non ci sono.',
      'The firm’s own fees belong to the quote alone: they are not in the order at Aruba.',
    ],
  ],
  picture: [
    'Una bozza di preventivo: le righe, con il calcolo di ogni importo',
    'The draft of a quote: its lines, with the calculation of each amount',
  ],
  helps: ['quotes'],
};
