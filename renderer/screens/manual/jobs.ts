import { backups } from './jobs/backups.ts';
import { begin } from './jobs/begin.ts';
import { cart } from './jobs/cart.ts';
import { purchase } from './jobs/purchase.ts';
import { quote } from './jobs/quote.ts';
import { renewals } from './jobs/renewals.ts';
import { seats } from './jobs/seats.ts';
import { services } from './jobs/services.ts';
import { share } from './jobs/share.ts';
import { staff } from './jobs/staff.ts';
import { jobIds, type Job, type JobId } from './job.ts';

export const jobs: Readonly<Record<JobId, Job>> = {
  begin,
  staff,
  services,
  seats,
  cart,
  purchase,
  quote,
  renewals,
  backups,
  share,
};

/** The job that this word names: a job's id, or a screen that it helps with. Otherwise the first job. */
export const jobFor = (word: string | null): JobId =>
  jobIds.find((id) => id === word) ??
  jobIds.find((id) => (jobs[id].helps as readonly string[]).includes(word ?? '')) ??
  'begin';
