import { UsageError } from '../main/contract/errors.ts';

/** What one call may carry; the largest real argument is a recipe of some kilobytes. */
const MOST_CHARACTERS = 1_000_000;
const MOST_VALUES = 100_000;
const DEEPEST = 50;

/**
 * Refuses arguments that are not small plain data: numbers out of range of JSON, class instances, cycles (by depth),
 * or sizes that would keep a process busy. Looks at each value once and stops at the first limit.
 */
export function requirePlain(argument: unknown): void {
  let characters = 0;
  let values = 0;
  const visit = (value: unknown, depth: number): void => {
    values += 1;
    if (typeof value === 'string') characters += value.length;
    if (depth > DEEPEST || values > MOST_VALUES || characters > MOST_CHARACTERS)
      throw new UsageError('The request is too large.');
    if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return;
    if (typeof value === 'number' && Number.isFinite(value)) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1);
      return;
    }
    if (!isPlainObject(value)) throw new UsageError('The request holds something other than plain data.');
    for (const [key, item] of Object.entries(value)) {
      characters += key.length;
      visit(item, depth + 1);
    }
  };
  visit(argument, 0);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
