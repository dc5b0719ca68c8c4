import { minorPerMajor } from '../../../contract/format.ts';
import type { PayClass } from '../../../model/pay-classes.ts';
import type { AlignmentFacts } from '../facts/facts.ts';
import { yearlyOf } from './yearly.ts';

/** Words of an attribute that tell which hours it pays for. */
const CLASSES: readonly [RegExp, PayClass][] = [
  [/differential/i, 'differential'],
  [/stand-?by|on[- ]call/i, 'on_call'],
  [/call-?back/i, 'call_back'],
];

/** "4.50 USD an hour", "$4.50 per hour", "4,50 / h". */
const HOURLY = /^([$€£]?)\s*(\d+(?:\.\d+|,\d{1,2})?)\s*([A-Z]{3})?\s*(?:an hour|per hour|\/\s*h(?:our)?)$/i;

type Conflict = { name: string; own: string | null; model: string | null };

/**
 * What it costs a year to pay by the model's rule, by attribute, for money an hour of one pay class: own hours of the
 * class × the difference. Where two attributes in conflict pay for one class, nobody can tell their hours apart.
 */
export function policyPrices(facts: AlignmentFacts, conflicts: readonly Conflict[]): Map<string, number> {
  const priced = conflicts.flatMap(({ name, own, model }) => {
    const payClass = CLASSES.find(([word]) => word.test(name))?.[1];
    const [mine, theirs] = [own, model].map((value) => (value === null ? null : hourlyOf(value, facts.currency)));
    if (payClass === undefined || mine === null || theirs === null || areForeign(mine, theirs)) return [];
    return [{ name, payClass, more: theirs.minor - mine.minor }];
  });
  const alone = priced.filter(({ payClass }) => priced.filter((other) => other.payClass === payClass).length === 1);
  return new Map(
    alone.flatMap(({ name, payClass, more }) => {
      const hours = facts.ownPaidHours.get(payClass) ?? 0;
      return hours > 0 ? [[name, yearlyOf(facts, hours * more)]] : [];
    }),
  );
}

/** Money an hour, with the sign and the code of its currency where they are written. */
type Hourly = { minor: number; sign: string; code: string };

function hourlyOf(value: string, currency: string | null): Hourly | null {
  const match = HOURLY.exec(value.trim());
  if (!match) return null;
  const [, sign, amount, code = ''] = match;
  return {
    minor: Math.round(Number(amount.replace(',', '.')) * minorPerMajor(currency)),
    sign,
    code: code.toUpperCase(),
  };
}

/** Whether two amounts are written in different currencies. */
function areForeign(one: Hourly, other: Hourly): boolean {
  const differ = (a: string, b: string) => a !== '' && b !== '' && a !== b;
  return differ(one.sign, other.sign) || differ(one.code, other.code);
}
