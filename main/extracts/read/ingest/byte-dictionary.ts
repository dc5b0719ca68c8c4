import { sameBytes } from './same-bytes.ts';

/**
 * Gives equal byte sequences equal codes, 0, 1, 2, ... in order of first appearance, without making strings.
 * Open addressing over typed arrays; the bytes of every entry are kept in one arena.
 */
export class ByteDictionary {
  size = 0;
  private slots = new Int32Array(1024).fill(-1);
  private hashes = new Int32Array(256);
  private offsets = new Uint32Array(257);
  private arena = new DataView(new ArrayBuffer(4096));

  /** Code of bytes[start, end); a code equal to the former `size` is new. */
  intern(bytes: DataView, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const length = end - start;
    const { slots, hashes, offsets } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let code = slots[slot]; code >= 0; code = slots[slot]) {
      const offset = offsets[code];
      if (
        hashes[code] === hash &&
        offsets[code + 1] - offset === length &&
        sameBytes(this.arena, offset, bytes, start, length)
      )
        return code;
      slot = (slot + 1) & mask;
    }
    return this.add(bytes, start, end, hash, slot);
  }

  private add(bytes: DataView, start: number, end: number, hash: number, slot: number): number {
    const code = this.size;
    const offset = this.offsets[code];
    const stop = offset + end - start;
    if (stop > this.arena.byteLength) this.growArena(stop * 2);
    if (code + 2 > this.hashes.length) {
      this.hashes = grown(this.hashes, this.hashes.length * 2);
      this.offsets = grown(this.offsets, this.hashes.length + 1);
    }
    bytesOf(this.arena).set(bytesOf(bytes).subarray(start, end), offset);
    this.offsets[code + 1] = stop;
    this.hashes[code] = hash;
    this.slots[slot] = code;
    this.size++;
    if (this.size * 2 > this.slots.length) this.rehash();
    return code;
  }

  private growArena(length: number): void {
    const larger = new Uint8Array(length);
    larger.set(bytesOf(this.arena));
    this.arena = new DataView(larger.buffer);
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

/** Four bytes at a time; what is left over comes with some of the bytes before it once more. */
function hashOf(bytes: DataView, start: number, end: number): number {
  let hash = 0x811c9dc5 ^ (end - start);
  if (end - start < 4) {
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes.getUint8(at), 0x01000193);
  } else {
    for (let at = start; at < end - 4; at += 4) hash = mixed(hash, bytes.getInt32(at, true));
    hash = mixed(hash, bytes.getInt32(end - 4, true));
  }
  return hash ^ (hash >>> 15);
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x85ebca6b);
  return product ^ (product >>> 13);
}

function bytesOf({ buffer, byteOffset, byteLength }: DataView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function grown<T extends Int32Array | Uint32Array>(array: T, length: number): T {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
}
