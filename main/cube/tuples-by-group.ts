/** Ids of the tuples of each group, ascending; tuples of group −1 are left out. */
export function tuplesByGroup(groupOf: Int32Array, groups: number, tuples: number): number[][] {
  const result: number[][] = Array.from({ length: groups }, () => []);
  for (let tuple = 0; tuple < tuples; tuple++) if (groupOf[tuple] >= 0) result[groupOf[tuple]].push(tuple);
  return result;
}
