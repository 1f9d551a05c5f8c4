import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { ServiceId } from '../../core/kernel/id.ts';
import { ServiceSelect } from '../../renderer/screens/services/service-select.tsx';
import { service } from '../support/samples.ts';

const services = Array.from({ length: 3000 }, (_, index) =>
  service([], { id: `fe-${index}` as ServiceId, holder: `Cliente ${index}` }),
);

test('of 3,000 services few are drawn; letters find the others, and Enter chooses', async () => {
  const user = userEvent.setup();
  const chosen = vi.fn();
  render(
    <ServiceSelect label="Servizio" services={services} value={'fe-7' as ServiceId} onChange={chosen} />,
  );
  const button = screen.getByRole('button', { name: /Servizio/ });
  expect(button.textContent).toContain('Cliente 7');
  button.focus();
  await user.keyboard('{Enter}');
  // The hidden select of a form holds them too.
  const drawn = async () => within(await screen.findByRole('listbox')).findAllByRole('option');
  expect((await drawn()).length).toBeLessThanOrEqual(50);
  await user.click(screen.getByRole('searchbox'));
  await user.keyboard('cliente 2999');
  expect(await drawn()).toHaveLength(1);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(chosen).toHaveBeenCalledWith('fe-2999');
});
