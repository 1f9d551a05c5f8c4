/** Choosing a studio, switching, making a new one, and the band of the sample. [Italian, English] */
export const studioText = {
  'studio.question': ['Con quale studio vuoi cominciare?', 'Which studio do you want to begin with?'],
  'studio.question-again': ['Quale studio vuoi aprire?', 'Which studio do you want to open?'],
  'studio.lead': [
    'I dati restano su questo computer. Potrai aggiungere altri studi e passare dall’uno all’altro.',
    'The data stay on this computer. You can add more studios and go from one to another.',
  ],
  'studio.own': ['Il mio studio', 'My studio'],
  'studio.own-text': [
    'Inserisci o importa i servizi che segui e il personale. Allinea calcola e pianifica; gli acquisti restano nelle pagine di Aruba.',
    'Type or import the services that you look after and your people. Allinea computes and plans; purchases stay in Aruba’s pages.',
  ],
  'studio.step-firm': ['Lo studio', 'The studio'],
  'studio.step-firm-note': ['il nome; il resto quando serve', 'its name; the rest when it is needed'],
  'studio.step-services': ['I servizi', 'The services'],
  'studio.step-services-note': [
    'a mano, da Excel o CSV, da testo incollato',
    'by hand, from Excel or CSV, from pasted text',
  ],
  'studio.step-people': ['Il personale', 'The people'],
  'studio.step-people-note': [
    'da un elenco CSV o Excel, oppure più tardi',
    'from a CSV or Excel list, or later',
  ],
  'studio.name': ['Nome dello studio', 'Name of the studio'],
  'studio.begin': ['Comincia', 'Begin'],
  'studio.sample': ['Prova con lo studio di esempio', 'Try the sample studio'],
  'studio.sample-text': [
    'Dodici servizi, 34 persone e un simulatore di Aruba: puoi ordinare, pagare e spostare il giorno senza conseguenze.',
    'Twelve services, 34 people and a simulator of Aruba: order, pay and move the day without consequences.',
  ],
  'studio.open-sample': ['Apri l’esempio', 'Open the sample'],
  'studio.have': ['Ho già uno studio', 'I have a studio'],
  'studio.have-text': [
    'Gli studi di questo computer. Aprire il file di un altro computer non è ancora possibile.',
    'The studios of this computer. Opening a file of another computer is not possible yet.',
  ],
  'studio.have-none': [
    'Su questo computer non c’è ancora nessuno studio.',
    'There is no studio on this computer yet.',
  ],
  'studio.kind-own': ['studio tuo', 'your own'],
  'studio.kind-sample': ['dati di esempio', 'sample data'],
  'studio.band': ['Dati di esempio: qui nulla arriva ad Aruba.', 'Sample data: nothing here reaches Aruba.'],
  'studio.band-own': ['Passa al mio studio', 'Go to my studio'],
  'studio.title': ['Studi', 'Studios'],
  'studio.is-open': ['aperto', 'open'],
  'studio.open': ['Apri', 'Open'],
  'studio.open-name': ['Apri {name}', 'Open {name}'],
  'studio.new': ['Nuovo studio', 'New studio'],
  'studio.remove': ['Togli dall’elenco', 'Take off the list'],
  'studio.remove-name': ['Togli {name} dall’elenco', 'Take {name} off the list'],
  'studio.removed': [
    '{name} è fuori dall’elenco. I suoi dati sono nella cartella studi-rimossi: nulla è stato cancellato.',
    '{name} is off the list. Its data are in the folder studi-rimossi: nothing was deleted.',
  ],
  'operator.title': ['Chi sei?', 'Who are you?'],
  'operator.text': [
    'Il nome sta in ogni riga dello storico e accanto a ogni dato che registri. Vale per l’utente «{user}» di questo computer.',
    'The name stands in every row of the history and beside each value that you record. It belongs to the user “{user}” of this computer.',
  ],
  'operator.name': ['Il tuo nome', 'Your name'],
  'operator.why': [
    'Sta nello storico, accanto a ciò che fai. Si può scrivere anche dopo.',
    'It stands in the history, beside what you do. It can be typed later too.',
  ],
  'operator.am': ['Sono {name}', 'I am {name}'],
  'operator.later': ['Più tardi', 'Later'],
  'operator.confirm': ['Conferma', 'Confirm'],
  'operator.done': ['Da ora lo storico dice {name}.', 'From now on the history says {name}.'],
  'operator.unknown': ['Chi sei?', 'Who are you?'],
  'operator.change': ['{name}: cambia il nome nello storico', '{name}: change the name in the history'],
  'reading.title': ['Sola lettura.', 'Reading only.'],
  'reading.text': [
    'Lo studio è aperto su {computer} da {operator}, dalle {time}. Qui si può leggere, esportare e stampare. Quando là si chiude, qui si potrà scrivere, senza fare nulla.',
    'The studio is open on {computer} by {operator}, since {time}. Here one can read, export and print. When it is closed there, writing is possible here, by itself.',
  ],
  'reading.again': ['Rileggi ora', 'Read again'],
  'studio-refusal.read-only': [
    'La cartella dei dati è aperta su un altro computer: qui si può solo leggere. Nulla è stato cambiato.',
    'The data folder is open on another computer: here one can only read. Nothing was changed.',
  ],
  'studio-refusal.bad-input': [
    'Scrivi un nome, fino a 200 caratteri.',
    'Type a name of up to 200 characters.',
  ],
  'studio-refusal.studio-exists': [
    'C’è già uno studio che si chiama {name}. Scegli un altro nome, oppure aprilo.',
    'There is a studio called {name} already. Choose another name, or open it.',
  ],
  'studio-refusal.unknown-studio': [
    'Questo studio non c’è più: la sua cartella è stata spostata o tolta.',
    'This studio is gone: its folder was moved or removed.',
  ],
  'studio-refusal.too-many-studios': [
    'Gli studi su questo computer sono già {most}: toglierne uno per farne un altro.',
    'There are {most} studios on this computer: remove one to make another.',
  ],
  'studio-refusal.old-folder': [
    'Questo studio sta nella cartella principale di Allinea e non si può spostare da qui.',
    'This studio lies in Allinea’s main folder and cannot be moved from here.',
  ],
  'studio-refusal.studio-is-open': [
    'Lo studio è aperto: apri prima un altro studio, poi toglilo.',
    'The studio is open: open another one first, then remove this one.',
  ],
  'studio-refusal.studio-not-opened': [
    'La cartella dello studio non si può usare ({code}). I dati che contiene non sono stati toccati.',
    'The studio’s folder cannot be used ({code}). The data in it were not touched.',
  ],
} as const;
