import type { Dictionaries } from './dictionaries.ts';

export const OWN_PAY = { other: 0, regular: 1, overtime: 2 } as const;

/** Tells lines of own staff that pay for regular and for overtime hours from all others; follows dictionaries that grow. */
export class OwnPay {
  private isInternal = new Uint8Array(0);
  private kindOfCode = new Uint8Array(0);

  constructor(private readonly dictionaries: Dictionaries) {}

  /** Takes in what the dictionaries have learnt; to be called before the lines of a chunk are asked for. */
  refresh(): void {
    const { tuples, payCodes } = this.dictionaries;
    if (tuples.size > this.isInternal.length) {
      const { codes, ofTuple } = tuples.column('worker_class');
      this.isInternal = Uint8Array.from(ofTuple, (position) => (codes[position] === 'internal' ? 1 : 0));
    }
    if (payCodes.length + 1 > this.kindOfCode.length)
      this.kindOfCode = Uint8Array.from({ length: payCodes.length + 1 }, (_, id) => {
        const payClass = id === 0 ? null : this.dictionaries.payClass(id);
        return payClass === 'regular' ? OWN_PAY.regular : payClass === 'overtime' ? OWN_PAY.overtime : OWN_PAY.other;
      });
  }

  /** One of `OWN_PAY`. */
  kindOf(tuple: number, payCode: number): number {
    return this.isInternal[tuple] === 1 ? this.kindOfCode[payCode] : OWN_PAY.other;
  }
}
