// The price list's source, in the language of the screen.
import { show } from './screen.tsx';
import { expect, test } from 'vitest';
import { RulesScreen } from '../../renderer/screens/rules/rules-screen.tsx';
import { setLanguage } from '../../renderer/text/text.ts';

const page = (): string => document.body.textContent;

test('the source of the public prices follows the language', async () => {
  await show(() => <RulesScreen />);
  expect(page()).toContain('Fonte: prezzi pubblici di Aruba raccolti a ottobre 2026');
});

test('in English too', async () => {
  setLanguage('en');
  await show(() => <RulesScreen />);
  expect(page()).toContain('Source: Aruba’s public prices as of October 2026');
  expect(page()).not.toContain('Prezzi pubblici');
});

test('a source that the firm wrote stays as it was written', async () => {
  await show(() => <RulesScreen />, {
    type: 'price-list/put',
    list: {
      version: 'nostro',
      validFrom: '2026-11-24' as never,
      source: 'Preventivo dell’agente',
      notes: '',
      yearly: {
        'e-invoicing': 2990,
        'receive-only': 2990,
        user: 490,
        documents: 1990,
        collections: 1990,
        'orders-nso': 2500,
        woocommerce: 3990,
        'extra-gb': 990,
      } as never,
      vatBasisPoints: 2200,
      promotion: { months: 3, price: 100 as never },
      conventions: [],
    },
  });
  expect(page()).toContain('Fonte: Preventivo dell’agente');
});
