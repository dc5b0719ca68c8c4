/** Said where rows have no room: the workbook has all of them. */
export function moreInWorkbook(count: number): string {
  return `and ${count} more in the workbook`;
}
