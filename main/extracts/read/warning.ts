/** Something a person should know about an extract that was read all the same. `line` is physical, 1-based. */
export interface ReadingWarning {
  code: string;
  message: string;
  line?: number;
}
