// The page that a window shows if the application's own page cannot be loaded. It needs no file, no style and
// no script.
const words = {
  title: 'Allinea non si è potuta aprire',
  text:
    'La pagina di Allinea non si è caricata. I dati già salvati sono al sicuro. ' +
    'Chiudere questa finestra e riaprire Allinea; se succede ancora, reinstallarla.',
};

export const failureHtml = `<!doctype html><html lang="it"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${words.title}</title><main><h1>${words.title}</h1><p>${words.text}</p></main></html>`;

export const failureUrl = `data:text/html;charset=utf-8,${encodeURIComponent(failureHtml)}`;
