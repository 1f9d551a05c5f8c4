import { newPace } from '../../core/account/sign-in-pace.ts';

/** The times of the pace of sign-ins: one for the program, whatever studio is open. */
export function sharedPace(): SharedArrayBuffer {
  const times = new SharedArrayBuffer(newPace.length * Float64Array.BYTES_PER_ELEMENT);
  new Float64Array(times).set(newPace);
  return times;
}
