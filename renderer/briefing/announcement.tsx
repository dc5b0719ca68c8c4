import type { PageModel } from '../../main/contract/page.ts';
import { displayText } from '../../main/contract/format.ts';

/** Tells screen readers what a page turn or a filter brought: the finding, and for what. */
export function Announcement({ model }: { model: PageModel | null }) {
  return (
    <p className="visually-hidden" role="status">
      {model ? displayText(`${model.title}. ${model.scope}`) : ''}
    </p>
  );
}
