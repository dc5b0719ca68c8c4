import { END } from './calendar.ts';
import { jobOf } from './jobs.ts';
import type { Holding } from './seats.ts';
import type { Unit } from './system.ts';

/** Bayside's titles: abbreviated, with a level by service where it has levels and the unit where that matters. */
const AT_BAYSIDE: Readonly<Record<string, { short: string; levels?: true; unit?: true }>> = {
  RN: { short: 'RN', levels: true, unit: true },
  LPN: { short: 'Lic Pract Nurse', levels: true },
  CNA: { short: 'Pt Care Tech' },
  MA: { short: 'Med Asst - Cert' },
  UC: { short: 'Hlth Unit Coord' },
  RT: { short: 'Resp Ther', levels: true },
  SURGT: { short: 'Surg Tech - Cert' },
  RADT: { short: 'Rad Tech', levels: true },
  MLS: { short: 'Med Lab Scientist', levels: true },
  PT: { short: 'Phys Ther', levels: true },
  PHARM: { short: 'Staff Pharmacist' },
  PHT: { short: 'Pharm Tech', levels: true },
  MD: { short: 'Physician', unit: true },
  NP: { short: 'APRN - NP', unit: true },
  CRNA: { short: 'CRNA' },
  EVS: { short: 'Envir Svcs Tech' },
  FOOD: { short: 'Dietary Aide' },
  REG: { short: 'Pt Access Rep', levels: true },
  ANL: { short: 'Bus Analyst', levels: true },
  MGR: { short: 'Mgr', unit: true },
};

const UNIT_STARTS: readonly [start: string, short: string][] = [
  ['Emergency', 'ED'],
  ['ICU', 'ICU'],
  ['Med-surg A', 'MS A'],
  ['Med-surg B', 'MS B'],
  ['Perioperative', 'OR'],
  ['Women and newborn', 'OB'],
  ['Imaging', 'Imaging'],
  ['Laboratory', 'Lab'],
  ['Pharmacy', 'Rx'],
  ['Hospitalists', 'Hosp Med'],
  ['Rehabilitation', 'Rehab'],
  ['Support services', 'Supp Svcs'],
  ['Administration', 'Admin'],
  ['Primary care', 'Prim Care'],
];

const YEAR = 365;

/** Northlake writes the name of a job in full; Bayside has a style of its own. */
export function titleOf({ seat, firstHired, end }: Holding): string {
  if (seat.unit.entity !== 'Bayside') return jobOf(seat.job).title;
  const style = AT_BAYSIDE[seat.job];
  if (!style) throw new RangeError(`Bayside has no title for ${seat.job}`);
  const { short, levels, unit } = style;
  const level = levels ? ` ${levelAfter((end ?? END) - firstHired)}` : '';
  return `${short}${level}${unit ? ` - ${unitAbbreviation(seat.unit)}` : ''}`;
}

function levelAfter(days: number): string {
  return days < 2 * YEAR ? 'I' : days < 7 * YEAR ? 'II' : 'III';
}

function unitAbbreviation({ name }: Unit): string {
  const short = UNIT_STARTS.find(([start]) => name.startsWith(start))?.[1];
  if (!short) throw new RangeError(`no abbreviation for ${name}`);
  return short;
}
