import type { RowsResult } from '../../contract/workspace.ts';
import { recordRowsUnder } from '../../workspace/record-rows.ts';
import { rowsUnder } from '../../workspace/source-rows.ts';
import type { RowsRequest } from '../../workspace/source-rows.ts';
import type { WorkspaceView } from '../../workspace/view.ts';
import { DIMENSIONS } from './registry.ts';

/** Source rows under a figure; for a dimension of alignment, the rows that it is measured from. */
export function evidenceRows(view: WorkspaceView, request: RowsRequest): RowsResult {
  const { query } = request;
  const dimension = DIMENSIONS.find(({ definition }) => definition.metric === query.metric);
  if (dimension === undefined) return rowsUnder(view, request);
  const { evidence } = dimension;
  if ('kind' in evidence) return recordRowsUnder(view, evidence.kind, request);
  return rowsUnder(view, {
    ...request,
    query: { ...query, metric: evidence.metric, where: { ...evidence.where, ...query.where } },
  });
}
