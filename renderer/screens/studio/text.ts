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
  'studio.step-people-note': ['da un elenco CSV o Excel, anche dopo', 'from a CSV or Excel list, or later'],
  'studio.name': ['Nome dello studio', 'Name of the studio'],
  'studio.begin': ['Comincia', 'Begin'],
  'studio.sample': ['Prova con lo studio di esempio', 'Try the sample studio'],
  'studio.sample-name': ['Studio di esempio', 'Sample studio'],
  'studio.sample-text': [
    'Dodici servizi, 34 persone e un simulatore di Aruba: puoi ordinare, pagare e spostare il giorno senza conseguenze.',
    'Twelve services, 34 people and a simulator of Aruba: order, pay and move the day without consequences.',
  ],
  'studio.open-sample': ['Apri l’esempio', 'Open the sample'],
  'studio.have': ['Ho già uno studio', 'I have a studio'],
  'studio.have-text': [
    'Gli studi di questo computer, oppure il file di uno studio salvato su un altro.',
    'The studios of this computer, or the file of a studio that was saved on another one.',
  ],
  'studio.have-none': [
    'Su questo computer non c’è ancora nessuno studio. Se ne hai salvato uno su un altro, aprine il file.',
    'There is no studio on this computer yet. If you saved one on another, open its file.',
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
  'studio.copy': ['Copia nel mio studio', 'Copy to my studio'],
  'studio.copy-text': [
    'Le persone, i listini e le regole di questo studio passano in un altro, che si apre subito. Servizi, ordini e ricevute no: sono di esempio.',
    'The people, price lists and rules of this studio go to another one, which opens at once. Services, orders and receipts do not: they are sample data.',
  ],
  'studio.copy-none': ['Crea prima il tuo studio, qui sopra.', 'First make your studio, above.'],
  'studio.copy-to': ['Copia in {name}', 'Copy to {name}'],
  'studio.open-file': ['Apri il file di uno studio…', 'Open the file of a studio…'],
  'studio.work-reading': ['Leggo il file dello studio', 'Reading the studio’s file'],
  'studio.work-packing': ['Preparo la copia dello studio', 'Preparing the studio’s copy'],
  'studio.export': ['Salva una copia…', 'Save a copy…'],
  'studio.export-name': ['Salva una copia di {name}', 'Save a copy of {name}'],
  'studio.exported': [
    'Lo studio è tutto in {path}. Si apre su un altro computer con «Apri il file di uno studio».',
    'The whole studio is in {path}. It opens on another computer with “Open the file of a studio”.',
  ],
  'studio.exported-locked': [
    'Lo studio è tutto in {path}, protetto dalla frase. Senza la frase nessuno lo apre, nemmeno Allinea.',
    'The whole studio is in {path}, protected by the passphrase. Without it nobody opens it, not even Allinea.',
  ],
  'studio.export-title': ['Salvare una copia di {name}', 'Save a copy of {name}'],
  'studio.export-text': [
    'Tutto lo studio in un file, da conservare o da aprire su un altro computer. Gli accessi ad Aruba non sono compresi.',
    'The whole studio in one file, to keep or to open on another computer. Sign-ins at Aruba are not in it.',
  ],
  'studio.passphrase': ['Frase di protezione', 'Passphrase'],
  'studio.passphrase-hint': [
    'Facoltativa. Chi la perde non apre più il file.',
    'Optional. Whoever loses it can no longer open the file.',
  ],
  'studio.passphrase-again': ['La stessa frase, di nuovo', 'The same passphrase again'],
  'studio.passphrase-differs': ['Le due frasi sono diverse.', 'The two passphrases differ.'],
  'studio.locked-title': ['{name} è protetto', '{name} is protected'],
  'studio.locked-text': [
    'Scrivi la frase con cui è stato salvato. Maiuscole e spazi contano.',
    'Type the passphrase with which it was saved. Capitals and spaces count.',
  ],
  'studio.remove-title': ['Togliere {name} dall’elenco?', 'Take {name} off the list?'],
  'studio.remove-text': [
    'Prima si salva una copia di tutto lo studio, dove vuoi tu. Poi la sua cartella passa in studi-rimossi: nulla viene cancellato.',
    'First a copy of the whole studio is saved where you like. Then its folder moves to studi-rimossi: nothing is deleted.',
  ],
  'studio.remove-go': ['Salva la copia e togli…', 'Save the copy and take off…'],
  'studio.remove': ['Togli dall’elenco…', 'Take off the list…'],
  'studio.remove-name': ['Togli {name} dall’elenco', 'Take {name} off the list'],
  'studio.removed': [
    '{name} è fuori dall’elenco. La copia è in {path}, i dati nella cartella studi-rimossi.',
    '{name} is off the list. The copy is in {path}, the data in the folder studi-rimossi.',
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
  'studio-refusal.unsafe-address': [
    'Serve un indirizzo che comincia con https, senza password dentro. Con http vale solo questo computer.',
    'It takes an address that begins with https and holds no password. With http only this computer will do.',
  ],
  'studio-refusal.no-vendor': [
    'Questo studio non ordina da qui: l’indirizzo serve solo allo studio di esempio.',
    'This studio orders nothing from here: the address is for the sample studio only.',
  ],
  'studio-refusal.stopped': ['Fermato: tutto è come prima.', 'Stopped: everything is as before.'],
  'studio-refusal.no-studio-file': [
    'Questo file non è uno studio salvato da Allinea, oppure è incompleto. Nulla è stato cambiato.',
    'This file is not a studio that Allinea saved, or it is incomplete. Nothing was changed.',
  ],
  'studio-refusal.studio-file-too-large': [
    'Il file contiene più dati di qualsiasi studio: non è stato aperto e nulla è cambiato. Serve un’altra copia, salvata da Allinea.',
    'The file holds more data than any studio: it was not opened and nothing was changed. Another copy that Allinea saved is needed.',
  ],
  'studio-refusal.damaged-studio-file': [
    'Il file è danneggiato ({file} non è come fu salvato): non è stato aperto. Serve un’altra copia.',
    'The file is damaged ({file} is not as it was saved): it was not opened. Another copy is needed.',
  ],
  'studio-refusal.passphrase-needed': [
    'Il file è protetto da una frase. Nulla è stato cambiato.',
    'The file is protected by a passphrase. Nothing was changed.',
  ],
  'studio-refusal.wrong-passphrase': [
    'Con questa frase il file non si apre: controllare maiuscole, spazi e accenti. Nulla è stato cambiato.',
    'The file does not open with this passphrase: check capitals, spaces and accents. Nothing was changed.',
  ],
  'studio-refusal.damaged-locked-file': [
    'Il file protetto è danneggiato o incompleto: non si apre con nessuna frase. Serve un’altra copia.',
    'The protected file is damaged or incomplete: no passphrase opens it. Another copy is needed.',
  ],
  'studio-refusal.newer-studio-file': [
    'Il file viene da una versione più nuova di Allinea. Aggiorna Allinea su questo computer, poi aprilo.',
    'The file comes from a newer version of Allinea. Update Allinea on this computer, then open it.',
  ],
  'studio-refusal.not-written': [
    'La copia non si è potuta scrivere ({code}). Lo studio è rimasto com’era: scegliere un’altra cartella.',
    'The copy could not be written ({code}). The studio stays as it was: choose another folder.',
  ],
  'studio.not-opened': ['“{name}” non è stato aperto.', '“{name}” was not opened.'],
  'studio-refusal.newer-data': [
    'Questi dati sono stati scritti da una versione più recente di Allinea{author, select, none {} other { ({author})}}. Niente è stato toccato: installa la versione più recente (dal menu “Cerca aggiornamenti…”, o con il suo programma d’installazione) e riaprili, oppure apri un altro studio.',
    'These data were written by a newer version of Allinea{author, select, none {} other { ({author})}}. Nothing was touched: install the newest version (from the menu “Cerca aggiornamenti…”, or with its installer) and open them again, or open another studio.',
  ],
  'studio-refusal.no-invitation': [
    'Questo non è il link di uno studio: copialo per intero, dal principio (https://…) alla fine.',
    'This is no link of a studio: copy all of it, from the beginning (https://…) to the end.',
  ],
  'studio-refusal.server-not-reached': [
    'Il server dello studio non risponde, o non è un server di Allinea. Un invito resta valido: riprova.',
    'The studio’s server does not answer, or it is no server of Allinea. An invitation stays valid: try again.',
  ],
  'studio-refusal.other-invitation': [
    'Questo link è di un altro studio. Per questo studio chiedine uno a chi lo amministra.',
    'This link is of another studio. Ask whoever administers this studio for one.',
  ],
  'studio-refusal.too-many-codes': [
    'Troppi tentativi sbagliati sono arrivati al server: riprova fra un minuto.',
    'Too many wrong attempts came to the server: try again in a minute.',
  ],
  'studio-refusal.sample-not-shared': [
    'Il fornitore simulato di questo studio di esempio non è dentro al programma: non si condivide.',
    'The simulated vendor of this sample is not inside the program: it cannot be shared.',
  ],
  'studio-refusal.other-member': [
    'Questo link è di {other}, ma qui aspetta ancora il lavoro di {own}: partirebbe a nome di {other}. Chiedi un link nuovo per {own}; quando il lavoro è arrivato al server, questo computer può passare a {other} con un altro link.',
    'This link is of {other}, but the work of {own} still waits here and would be sent in the name of {other}. Ask for a new link for {own}; once the work has reached the server, this computer can pass to {other} with another link.',
  ],
  'studio-refusal.already-shared': ['Questo studio è già condiviso.', 'This studio is shared already.'],
  'studio-refusal.server-not-started': [
    'Questo computer non è riuscito a diventare il server ({code}). Lo studio è come prima: riprova, o riavvia Allinea.',
    'This computer could not become the server ({code}). The studio is as before: try again, or restart Allinea.',
  ],
  'studio-refusal.invitation-used': [
    'Questo invito è già stato usato o è stato tolto: chiedine un altro.',
    'This invitation was used or has ended: ask for another one.',
  ],
  'studio-refusal.password-needed': [
    'Per questo link servono il tuo nome e la tua password.',
    'This link calls for your name and your password.',
  ],
  'studio-refusal.wrong-password': [
    'Nessuno con questo nome ha questa password. Senza password chiedi un invito a chi amministra lo studio.',
    'Nobody of this name has this password. Without a password ask whoever administers the studio for an invitation.',
  ],
  'studio-refusal.code-needed': [
    'Serve anche il codice della tua app.',
    'The code of your app is needed, too.',
  ],
  'studio-refusal.wrong-code': [
    'Il codice non è giusto, o è già stato usato: scrivi le sei cifre che l’app mostra adesso.',
    'The code is not right, or it was used already: write the six digits that the app shows now.',
  ],
  'studio-refusal.studio-not-opened': [
    'La cartella dello studio non si può usare ({code}). I dati che contiene non sono stati toccati.',
    'The studio’s folder cannot be used ({code}). The data in it were not touched.',
  ],
} as const;
