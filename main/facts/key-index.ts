/**
 * Gives equal rows of small integers equal ids, 0, 1, 2, ... in order of first appearance.
 * Used for tuples of dimension codes; the keys are kept so that an id can be read back.
 */
export class KeyIndex {
  size = 0;
  private slots = new Int32Array(1024).fill(-1);
  private keys: Int32Array;
  /** What was found last: neighbouring rows mostly have the same key. */
  private last = 0;

  constructor(readonly width: number) {
    this.keys = new Int32Array(256 * width);
  }

  /** Id of the key in `key[0, width)`; an id equal to the former `size` is new. */
  idOf(key: Int32Array): number {
    const found = this.find(key);
    return found >= 0 ? found : this.add(key, -1 - found);
  }

  /** Id of a key that was given one before; else negative (−1 − the slot where it would go). */
  find(key: Int32Array): number {
    if (this.size > 0 && this.holds(this.last, key)) return this.last;
    const { width, slots } = this;
    const mask = slots.length - 1;
    let slot = hashOf(key, 0, width) & mask;
    for (let id = slots[slot]; id >= 0; id = slots[slot]) {
      if (this.holds(id, key)) return (this.last = id);
      slot = (slot + 1) & mask;
    }
    return -1 - slot;
  }

  private holds(id: number, key: Int32Array): boolean {
    const { keys, width } = this;
    const offset = id * width;
    for (let i = 0; i < width; i++) if (keys[offset + i] !== key[i]) return false;
    return true;
  }

  /** Part `i` of the key with this id. */
  part(id: number, i: number): number {
    return this.keys[id * this.width + i];
  }

  private add(key: Int32Array, slot: number): number {
    const id = this.size++;
    if (this.size * this.width > this.keys.length) {
      const larger = new Int32Array(this.keys.length * 2);
      larger.set(this.keys);
      this.keys = larger;
    }
    this.keys.set(key.subarray(0, this.width), id * this.width);
    this.slots[slot] = id;
    if (this.size * 2 > this.slots.length) this.rehash();
    return id;
  }

  private rehash(): void {
    const slots = new Int32Array(this.slots.length * 4).fill(-1);
    const mask = slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      let slot = hashOf(this.keys, id * this.width, this.width) & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.slots = slots;
  }
}

function hashOf(key: Int32Array, offset: number, width: number): number {
  let hash = 0x9e3779b9 | 0;
  for (let i = 0; i < width; i++) {
    hash = Math.imul(hash ^ key[offset + i], 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return hash ^ (hash >>> 16);
}
