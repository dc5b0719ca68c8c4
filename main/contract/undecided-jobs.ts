/** What a job of the entity is taken for until somebody decides on it; said wherever such jobs are counted or compared. */
export const UNDECIDED_JOBS =
  'A job that nobody has decided on is taken for the one of the same code in the target model when pay, shifts and rates are compared; it does not count as aligned.';
