import { UsageError } from '../contract/errors.ts';
import type { Filter } from '../contract/figure.ts';
import { STRUCTURES } from '../contract/structure.ts';
import type { Structure } from '../contract/structure.ts';
import { CALENDAR_YEAR } from '../model/period.ts';
import type { Grain, PeriodCalendar } from '../model/period.ts';
import { parseIsoMonth } from '../model/civil-day.ts';
import { coveredMonths } from '../workforce/coverage.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import type { CommandArguments } from './command.ts';
import { option, options } from './command.ts';

const GRAINS: readonly Grain[] = ['month', 'quarter', 'year', 'all'];

/** `--where DIM=VALUE`, repeated: the same dimension is OR, different ones are AND. */
export function whereOf(args: CommandArguments): Filter {
  const where: Record<string, string[]> = {};
  for (const text of options(args, 'where')) {
    const at = text.indexOf('=');
    if (at <= 0) throw new UsageError(`--where takes DIM=VALUE, not "${text}".`);
    (where[text.slice(0, at)] ??= []).push(text.slice(at + 1));
  }
  return where;
}

export function byOf(args: CommandArguments): string[] {
  return options(args, 'by')
    .flatMap((list) => list.split(','))
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

export function grainOf(args: CommandArguments): Grain {
  const text = option(args, 'grain') ?? 'all';
  if (!(GRAINS as readonly string[]).includes(text))
    throw new UsageError(`--grain can be ${GRAINS.join(', ')}, not "${text}".`);
  return text as Grain;
}

/** `--structure then` counts an acquired entity from its close on, `today` throughout. */
export function structureOf(args: CommandArguments): Structure | null {
  const text = option(args, 'structure');
  const found = STRUCTURES.find((one) => one === text);
  if (text !== null && !found) throw new UsageError(`--structure can be ${STRUCTURES.join(' or ')}, not "${text}".`);
  return found ?? null;
}

/** Months from `--from` and `--to`, inclusive; without them all that the workspace has. */
export function monthsOf(args: CommandArguments, view: WorkspaceView): { from: number; to: number } {
  const covered = coveredMonths(view);
  const month = (name: string, otherwise: number | undefined) => {
    const text = option(args, name);
    if (text === null) return otherwise;
    const parsed = parseIsoMonth(text);
    if (parsed === null) throw new UsageError(`--${name} takes a month such as 2025-01, not "${text}".`);
    return parsed;
  };
  const from = month('from', covered?.first);
  const to = month('to', covered?.last);
  if (from === undefined || to === undefined) return { from: 1, to: 0 };
  if (from > to) throw new UsageError('--from lies after --to.');
  return { from, to };
}

/** `--calendar fiscal` counts years and quarters from the month in which most entities begin their year. */
export function calendarOf(args: CommandArguments, view: WorkspaceView): PeriodCalendar {
  const text = option(args, 'calendar') ?? 'calendar';
  if (text === 'calendar') return CALENDAR_YEAR;
  if (text !== 'fiscal') throw new UsageError(`--calendar can be calendar or fiscal, not "${text}".`);
  return { startMonth: view.fiscalYearStart() };
}
