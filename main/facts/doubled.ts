/** A copy of an array with room for as much again; the rest is zero. */
export function doubled<T extends Uint8Array | Uint16Array | Int32Array | Float64Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
