/** What must be on file about a worker, and for whom. */
export type Control = {
  id: string;
  required: { northlake: boolean; bayside: boolean };
  /** Northlake's job codes that need it; null is everyone. */
  jobs: readonly string[] | null;
  /** Days for which it is good; null is for ever. */
  validDays: number | null;
};

const LICENSED = ['RN', 'LPN', 'RT', 'RADT', 'MLS', 'PT', 'PHARM', 'PHT', 'MD', 'NP', 'CRNA'];
const BEDSIDE = ['RN', 'LPN', 'CNA', 'PCT', 'MA', 'RT', 'SURGT', 'MD', 'NP', 'CRNA'];
const BOTH = { northlake: true, bayside: true };

/** Bayside does not screen for exclusion from federal programs; it requires one training that Northlake does not. */
export const CONTROLS: readonly Control[] = [
  { id: 'license', required: BOTH, jobs: LICENSED, validDays: 730 },
  { id: 'life_support', required: BOTH, jobs: BEDSIDE, validDays: 730 },
  { id: 'background_check', required: BOTH, jobs: null, validDays: null },
  { id: 'tb_screening', required: BOTH, jobs: null, validDays: 365 },
  { id: 'privacy_training', required: BOTH, jobs: null, validDays: 365 },
  { id: 'exclusion_screening', required: { northlake: true, bayside: false }, jobs: null, validDays: 31 },
  { id: 'violence_prevention', required: { northlake: false, bayside: true }, jobs: null, validDays: 365 },
];
