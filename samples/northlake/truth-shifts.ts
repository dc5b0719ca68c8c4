import { isoDay } from './calendar.ts';
import { groupBy } from './group-by.ts';
import type { Shift } from './shifts.ts';
import { sumBy, total } from './truth-sums.ts';

/** The scheduling system's hours by entity; shares are of hours worked, own and outside together. */
export function shiftTruths(shifts: readonly Shift[]) {
  return [...groupBy(shifts, ({ unit }) => unit.entity)].map(([entity, own]) => ({
    entity,
    rows: own.length,
    from: isoDay(Math.min(...own.map(({ day }) => day))),
    to: isoDay(Math.max(...own.map(({ day }) => day))),
    required_hours: total(own, ({ required }) => required),
    scheduled_hours: total(own, ({ scheduled }) => scheduled),
    worked_internal_hours: total(own, ({ workedInternal }) => workedInternal),
    worked_external_hours: total(own, ({ workedExternal }) => workedExternal),
    gap_hours: total(own, (shift) => Math.max(0, shift.required - worked(shift))),
    overage_hours: total(own, (shift) => Math.max(0, worked(shift) - shift.required)),
    share_by_shift_hours: shares(own, ({ shiftHours }) => String(shiftHours)),
    share_by_start: shares(own, ({ start }) => start),
    share_by_label: shares(own, ({ label }) => label),
    share_by_rotation: shares(own, ({ rotation }) => rotation),
    lead_days: leadDays(own),
    /** Units of one kind, where the two sides run opposite lengths. */
    share_by_shift_hours_on_wards: shares(ofKind(own, 'Med-surg'), ({ shiftHours }) => String(shiftHours)),
    share_by_shift_hours_in_operating_rooms: shares(ofKind(own, 'Perioperative'), ({ shiftHours }) =>
      String(shiftHours),
    ),
  }));
}

function ofKind(shifts: readonly Shift[], kind: string): Shift[] {
  return shifts.filter(({ unit }) => unit.name.startsWith(kind));
}

function worked({ workedInternal, workedExternal }: Shift): number {
  return workedInternal + workedExternal;
}

function shares(shifts: readonly Shift[], keyOf: (shift: Shift) => string): Record<string, number> {
  const all = total(shifts, worked);
  return Object.fromEntries(Object.entries(sumBy(shifts, keyOf, worked)).map(([key, hours]) => [key, hours / all]));
}

/** Days from posting to the shift; each shift counts once in `mean`, by hours worked in `mean_by_hours`. */
function leadDays(shifts: readonly Shift[]) {
  const days = shifts.map(({ day, posted }) => day - posted).sort((a, b) => a - b);
  return {
    least: days[0]!,
    most: days.at(-1)!,
    mean: total(days, (each) => each) / days.length,
    mean_by_hours: total(shifts, (shift) => (shift.day - shift.posted) * worked(shift)) / total(shifts, worked),
  };
}
