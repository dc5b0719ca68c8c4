import { MONTHS, firstDay, lastDay } from './calendar.ts';
import { activityIn } from './payroll.ts';
import type { Rng } from './rng.ts';
import { type Measure, UNITS, type Unit, isInpatient } from './system.ts';

export type Volume = { site: string; unit: string; day: number; measure: Measure; value: number };

/** Hours a day that one seat works, on average over leave and part time. */
const HOURS_PER_SEAT_DAY = 4.7;
const NOISE = 0.03;

/** Monthly volumes of every unit that counts something, dated at month end; they grow with activity. */
export function volumesOf(rng: Rng): Volume[] {
  return UNITS.flatMap((unit) => {
    if (unit.measure === null) return [];
    const measure = unit.measure;
    const seats = unit.staffing.reduce((sum, staffing) => sum + staffing.seats, 0);
    const perDay = (seats * HOURS_PER_SEAT_DAY) / hoursPerUnit(unit, measure);
    return Array.from({ length: MONTHS }, (_, month) => {
      const days = lastDay(month) - firstDay(month) + 1;
      const value = Math.round(perDay * days * activityIn(month) * (1 + NOISE * (rng.next() + rng.next() - 1)));
      return { site: unit.site, unit: unit.name, day: lastDay(month), measure, value };
    });
  });
}

function hoursPerUnit(unit: Unit, measure: Measure): number {
  switch (measure) {
    case 'patient_days':
      return unit.name.startsWith('ICU') || unit.name.startsWith('Neonatal') ? 19 : isInpatient(unit) ? 10.5 : 6;
    case 'visits':
      return unit.name.startsWith('Emergency') ? 4.2 : 2.1;
    case 'procedures':
      return 12.5;
    case 'tests':
      return 0.8;
  }
}
