import { UNKNOWN_CODE } from '../model/dimensions.ts';
import { PageContext } from './page.ts';
import type { Months } from './page.ts';
import { entitiesNamed, partlyThere, spanOf } from './partly-there.ts';

/** What a page compares with the entities apart that have rows in a part of the two periods only. */
export type LikeForLike = {
  /** The page without them. */
  alike: PageContext;
  /** Those alone. */
  apart: PageContext;
  /** E.g. "Bayside Medical" and "here since Dec 2025". */
  names: string;
  span: string;
};

/** Two periods taken apart; null where every entity has rows throughout both, `nothing alike` where none has. */
export function likeForLike(context: PageContext, before: Months): LikeForLike | 'nothing alike' | null {
  const partly = partlyThere(context, before, context.period);
  if (partly.length === 0) return null;
  const codes = partly.map(({ code }) => code);
  const named = context.where['entity'] ?? context.view.dimensions.column('entity').codes;
  const others = named.filter((code) => !codes.includes(code));
  const only = (entity: string[]) =>
    new PageContext(context.view, { ...context.filters, where: { ...context.where, entity } });
  const alike = only(others);
  if (others.every((code) => code === UNKNOWN_CODE) || alike.figure('labor_cost', context.period).rows === 0)
    return 'nothing alike';
  return { alike, apart: only(codes), names: entitiesNamed(context, codes), span: spanOf(partly) };
}
