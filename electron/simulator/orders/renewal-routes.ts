import { automaticRenewalSchema } from '../../../core/aruba/protocol.ts';
import { switchAutomaticRenewal } from './automatic-renewal.ts';
import { acceptance, refusal } from '../commands.ts';
import { jsonBody, serviceIdIn } from '../http/http.ts';
import { onceOrAgain } from '../http/once.ts';
import type { Handler, Vendor } from '../http/route.ts';

/** `PUT /api/v2/services/{serviceId}/automaticRenewal` */
export const setAutomaticRenewal =
  ({ counter }: Vendor): Handler =>
  async (c) => {
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
  };
