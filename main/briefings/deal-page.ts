import { dealOf, ignoredFilters, sidesOfDeal } from './deal.ts';
import type { Compared } from './deal.ts';
import { noDeal } from './no-deal.ts';
import { definePage } from './page.ts';
import type { Page, PageContent, PageContext } from './page.ts';

/** What one page says of a deal; whom it compares and which filters it does not follow is alike on all of them. */
type DealPage = Omit<Page, 'isOfDeal' | 'build'> & {
  build(context: PageContext, deal: Compared): Omit<PageContent, 'sides'>;
};

/** A page that holds an entity against its target model, or says why there is none to hold. */
export function defineDealPage(page: DealPage): Page {
  return definePage({
    ...page,
    isOfDeal: true,
    build(context) {
      const deal = dealOf(context);
      const sides = sidesOfDeal(context, deal);
      if (deal.kind === 'no_deal') return { ...noDeal(deal.reason), sides };
      const content = page.build(context, deal);
      return { ...content, notices: [...ignoredFilters(context), ...content.notices], sides };
    },
  });
}
