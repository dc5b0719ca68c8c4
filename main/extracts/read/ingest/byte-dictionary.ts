/**
 * Gives equal byte sequences equal codes, 0, 1, 2, ... in order of first appearance, without making strings.
 * Open addressing over typed arrays; the bytes of every entry are kept in one arena.
 */
export class ByteDictionary {
  size = 0;
  private slots = new Int32Array(1024).fill(-1);
  private hashes = new Int32Array(256);
  private offsets = new Uint32Array(257);
  private arena = new Uint8Array(4096);

  /** Code of bytes[start, end); a code equal to the former `size` is new. */
  intern(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5 ^ (end - start);
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at], 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let code = this.slots[slot]; code >= 0; code = this.slots[slot]!) {
      if (this.hashes[code] === hash && this.equals(code, bytes, start, end)) return code;
      slot = (slot + 1) & mask;
    }
    return this.add(bytes, start, end, hash, slot);
  }

  private equals(code: number, bytes: Uint8Array, start: number, end: number): boolean {
    const offset = this.offsets[code];
    const length = end - start;
    if (this.offsets[code + 1] - offset !== length) return false;
    const arena = this.arena;
    for (let i = 0; i < length; i++) if (arena[offset + i] !== bytes[start + i]) return false;
    return true;
  }

  private add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.size;
    const offset = this.offsets[code];
    const stop = offset + end - start;
    if (stop > this.arena.length) this.arena = grown(this.arena, stop * 2);
    if (code + 2 > this.hashes.length) {
      this.hashes = grown(this.hashes, this.hashes.length * 2);
      this.offsets = grown(this.offsets, this.hashes.length + 1);
    }
    this.arena.set(bytes.subarray(start, end), offset);
    this.offsets[code + 1] = stop;
    this.hashes[code] = hash;
    this.slots[slot] = code;
    this.size++;
    if (this.size * 2 > this.slots.length) this.rehash();
    return code;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 4).fill(-1);
    const mask = slots.length - 1;
    for (let code = 0; code < this.size; code++) {
      let slot = this.hashes[code] & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.slots = slots;
  }
}

function grown<T extends Uint8Array | Int32Array | Uint32Array>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}
