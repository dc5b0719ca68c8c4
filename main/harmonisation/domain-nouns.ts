import type { CrosswalkDomain } from '../contract/crosswalk-domains.ts';

/** What the codes of a domain are called in sentences. */
export const DOMAIN_NOUNS: Readonly<Record<CrosswalkDomain, { one: string; many: string }>> = {
  job: { one: 'job', many: 'jobs' },
  supplier: { one: 'supplier name', many: 'supplier names' },
  unit: { one: 'unit', many: 'units' },
  pay_code: { one: 'pay code', many: 'pay codes' },
  worker_type: { one: 'worker type', many: 'worker types' },
};
