import type { z } from 'zod';
import { UsageError } from '../main/contract/errors.ts';

/** The argument as its schema understands it. Names the method and the first thing that is wrong with the rest. */
export function validated<T>(method: string, schema: z.ZodType<T>, argument: unknown): T {
  const outcome = schema.safeParse(argument);
  if (outcome.success) return outcome.data;
  const issue = outcome.error.issues[0];
  const place = [method, ...(issue?.path ?? [])].map(String).join('.');
  throw new UsageError(`${place}: ${issue?.message ?? 'not understood'}`);
}
