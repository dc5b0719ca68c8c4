import type { Failure } from '../contract/errors.ts';

/** A refusal as `--json` prints it: always with all its keys, null where a place is not known. */
export type ErrorJson = {
  code: string;
  message: string;
  file: string | null;
  sheet: string | null;
  row: number | null;
  column: string | null;
};

export function errorJson({ code, message, place }: Failure): ErrorJson {
  const { file = null, sheet = null, row = null, column = null } = place;
  return { code, message, file, sheet, row, column };
}
