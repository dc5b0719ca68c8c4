import { InputRefused } from '../../contract/errors.ts';

/**
 * A file that cannot be read as it is: empty, of another kind, over a limit, or asking a question only a person
 * can answer. The message is a sentence for an analyst that says what to do. `row` counts physical lines from 1.
 */
export class RefusedInput extends InputRefused {
  override name = 'RefusedInput';

  get file(): string | undefined {
    return this.place.file;
  }

  get row(): number | undefined {
    return this.place.row;
  }

  get column(): string | undefined {
    return this.place.column;
  }
}
