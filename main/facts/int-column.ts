/** Whole numbers that are added one by one. */
export class IntColumn {
  private values = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }

  at(index: number): number {
    return this.values[index];
  }

  /** The numbers so far, without a copy. */
  view(): Int32Array {
    return this.values.subarray(0, this.length);
  }
}
