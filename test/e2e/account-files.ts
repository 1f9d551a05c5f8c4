// A list of services in several Aruba accounts, as a studio that looks after them keeps it.
import { addDays, addMonths, type Day } from '../../core/kernel/day.ts';
import { sampleVatCode } from '../../electron/simulator/sample/sample-vat-code.ts';

const italian = (day: Day): string => day.split('-').reverse().join('/');

export const mainAccount = '8841207@aruba.it';
const accounts = [mainAccount, '990123@aruba.it', '99@aruba.it', ''];
const payers = ['studio', 'cliente', 'studio', ''];
const ways = ['proprio', 'Supervisore360', 'compra il cliente', 'Premium', ''];
const caretakers = ['Maria Bassi', 'Luca Neri', ''];

/**
 * Services of as many clients, six of which expire on each date. They go in turn to four accounts, payers,
 * access ways and caretakers; the last of each is not said.
 */
export const accountList = (
  today: Day,
  count = 24,
  accountOf = (index: number) => accounts[index % 4],
): string =>
  [
    'Cliente;P. IVA;Servizio;Scadenza;Utenti aggiuntivi;Account Aruba;Paga;Accesso;Referente',
    ...Array.from({ length: count }, (_, index) =>
      [
        `Cliente ${index + 1} srl`,
        sampleVatCode(`0${String(342_520_000 + index * 7)}`),
        'Fatturazione Elettronica',
        italian(addMonths(addDays(today, 50), (Math.floor(index / 6) % 9) + 1)),
        String((index % 3) + 1),
        accountOf(index) ?? '',
        payers[index % 4] ?? '',
        ways[index % 5] ?? '',
        caretakers[index % 3] ?? '',
      ].join(';'),
    ),
  ].join('\r\n');
