/** Whether two runs of bytes agree: four at a time, the last four of a longer run perhaps twice in part. */
export function sameBytes(a: DataView, atA: number, b: DataView, atB: number, length: number): boolean {
  if (length < 4) {
    for (let i = 0; i < length; i++) if (a.getUint8(atA + i) !== b.getUint8(atB + i)) return false;
    return true;
  }
  const last = length - 4;
  for (let i = 0; i < last; i += 4) if (a.getInt32(atA + i, true) !== b.getInt32(atB + i, true)) return false;
  return a.getInt32(atA + last, true) === b.getInt32(atB + last, true);
}
