export type JobFamily = 'Nursing' | 'Allied health' | 'Medical staff' | 'Support' | 'Administration';

export type Job = {
  code: string;
  title: string;
  family: JobFamily;
  /** Nursing care at the bedside, the roles of the contract-hours form of the external share. */
  directCare: boolean;
  /** Median base pay an hour at Northlake in April 2024, in cents. */
  pay: number;
  /** Agency rate an hour on the card of April 2024, in cents; 0 where no agency is used. */
  card: number;
  /** Share of occupants who leave in a month, after their first year. */
  leaving: number;
  /** Paid by the hour, so overtime is possible. */
  hourly: boolean;
  /** Staffs nights, so differentials are paid. */
  nights: boolean;
};

type Row = [
  code: string,
  title: string,
  family: JobFamily,
  directCare: boolean,
  pay: number,
  card: number,
  leaving: number,
  hourly: boolean,
  nights: boolean,
];

const ROWS: Row[] = [
  ['RN', 'Registered nurse', 'Nursing', true, 4680, 11100, 0.011, true, true],
  ['LPN', 'Licensed practical nurse', 'Nursing', true, 3180, 7500, 0.014, true, true],
  ['CNA', 'Nursing assistant', 'Nursing', true, 2240, 5200, 0.018, true, true],
  ['MA', 'Medical assistant', 'Nursing', true, 2330, 0, 0.015, true, false],
  ['UC', 'Unit clerk', 'Administration', false, 2110, 0, 0.012, true, false],
  ['RT', 'Respiratory therapist', 'Allied health', false, 3960, 9600, 0.01, true, true],
  ['SURGT', 'Surgical technologist', 'Allied health', false, 3340, 8650, 0.011, true, false],
  ['RADT', 'Imaging technologist', 'Allied health', false, 3980, 9500, 0.009, true, true],
  ['MLS', 'Laboratory scientist', 'Allied health', false, 3820, 8650, 0.009, true, true],
  ['PT', 'Physical therapist', 'Allied health', false, 4900, 10250, 0.008, true, false],
  ['PHARM', 'Pharmacist', 'Allied health', false, 6900, 0, 0.006, false, false],
  ['PHT', 'Pharmacy technician', 'Allied health', false, 2430, 0, 0.012, true, false],
  ['MD', 'Physician', 'Medical staff', false, 12600, 27100, 0.005, false, false],
  ['NP', 'Nurse practitioner', 'Medical staff', false, 6650, 0, 0.007, false, false],
  ['CRNA', 'Nurse anesthetist', 'Medical staff', false, 10600, 22500, 0.006, false, false],
  ['EVS', 'Environmental services', 'Support', false, 1880, 3400, 0.018, true, false],
  ['FOOD', 'Food service', 'Support', false, 1820, 0, 0.018, true, false],
  ['REG', 'Patient access', 'Administration', false, 2180, 0, 0.013, true, false],
  ['ANL', 'Analyst', 'Administration', false, 4350, 11350, 0.009, false, false],
  ['MGR', 'Manager', 'Administration', false, 6350, 0, 0.006, false, false],
];

const JOBS = new Map<string, Job>(
  ROWS.map(([code, title, family, directCare, pay, card, leaving, hourly, nights]) => [
    code,
    { code, title, family, directCare, pay, card, leaving, hourly, nights },
  ]),
);

/** Throws RangeError naming an unknown job. */
export function jobOf(code: string): Job {
  const job = JOBS.get(code);
  if (!job) throw new RangeError(`no job ${code}`);
  return job;
}

/**
 * Bayside has its own codes. Most mean the same as ours and its recipe maps them; these three do not map one to one
 * and stay as they are (see TRUTHS, misalignments).
 */
export const BAYSIDE_LOCAL_CODES: Readonly<Record<string, string>> = { CNA: 'PCT', UC: 'HUC', EVS: 'EVST' };
