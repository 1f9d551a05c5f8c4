import { Hono } from 'hono';
import { automaticRenewalSchema } from '../../../core/aruba/protocol.ts';
import { switchAutomaticRenewal } from './automatic-renewal.ts';
import { acceptance, refusal } from '../commands.ts';
import type { Counter } from '../counter.ts';
import { jsonBody, serviceIdIn } from '../http/http.ts';
import { onceOrAgain } from '../http/once.ts';

/** Automatic renewal on or off (rules F). */
export function renewalRoutes(counter: Counter): Hono {
  const routes = new Hono();
  routes.put('/api/v2/services/:serviceId/automaticRenewal', async (c) => {
    const id = serviceIdIn(c);
    if (!id.ok) return id.error;
    const body = await jsonBody(c, automaticRenewalSchema);
    if (!body.ok) return body.error;
    const { on } = body.value;
    return onceOrAgain(c, counter, body.value, (state) => {
      const switched = switchAutomaticRenewal(state, id.value, on);
      return switched.ok
        ? {
            state: switched.value,
            answer: acceptance(null, on ? 'Rinnovo automatico attivo' : 'Rinnovo automatico disattivato'),
          }
        : { state, answer: refusal(switched.error.code, switched.error.text) };
    });
  });
  return routes;
}
