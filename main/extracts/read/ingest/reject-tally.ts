import type { Notice } from '../../../contract/workspace.ts';
import type { RejectedRow } from '../../../ports/store.ts';

const TWO_DIGIT_YEAR = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/;

/** Counts what is rejected and why. */
export class RejectTally {
  count = 0;
  private readonly causes = new Map<string, { rows: number; first: RejectedRow }>();

  add(rejected: readonly RejectedRow[]): void {
    this.count += rejected.length;
    for (const row of rejected) {
      const key = `${row.reason} ${row.column ?? ''}`;
      const cause = this.causes.get(key);
      if (cause) cause.rows++;
      else this.causes.set(key, { rows: 1, first: row });
    }
  }

  /** Said when an import comes to nothing: that is a wrong mapping far more often than wrong rows. */
  notices(records: number, file: string): Notice[] {
    if (records === 0 || this.count < records) return [];
    const [{ rows, first }] = [...this.causes.values()].sort((a, b) => b.rows - a.rows);
    const { reason, column, value } = first;
    const where = column === null ? '' : ` in column "${column}"`;
    const such = value === null || value === '' ? '' : ` (such as "${value.slice(0, 60)}")`;
    const advice =
      value !== null && TWO_DIGIT_YEAR.test(value)
        ? 'Years of two digits are read only where a recipe gives the format, for example "M/D/YY".'
        : 'Look at the mapping and at how dates and numbers are written.';
    return [
      {
        code: 'nothing_accepted',
        message: `None of the ${records} rows of ${file} was accepted; ${rows} for ${reason}${where}${such}. ${advice}`,
      },
    ];
  }
}
