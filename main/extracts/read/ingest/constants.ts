import { InputRefused } from '../../../contract/errors.ts';
import type { ReadingPlan } from '../../plan.ts';
import { reasonName } from '../../reasons.ts';
import type { FieldDialect } from '../field-text.ts';
import { CodedColumn } from './coded-column.ts';
import { isNumeric, NumberColumn } from './number-column.ts';

/** Refuses a constant that its column cannot hold: it would quarantine every row. */
export function refuseBadConstants(plan: ReadingPlan, dialect: FieldDialect, file: string): void {
  for (const [name, column] of plan.columns) {
    if (column.source >= 0) continue;
    const Column = isNumeric(column.definition.type) ? NumberColumn : CodedColumn;
    const reason = new Column(column, dialect, 1).reasons[0];
    if (reason === 0) continue;
    throw new InputRefused(
      'bad_constant',
      `"${column.constant}" cannot be the ${name} of every row of ${file} (${reasonName(reason).replaceAll('_', ' ')}). Correct it and try again.`,
      { file, column: name },
    );
  }
}
