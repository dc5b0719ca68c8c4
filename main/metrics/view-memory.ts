/**
 * Answers by view and question, the latest so many: the parts of a page ask the same things again and again.
 * What holds for more than one view is remembered by the facts of the view instead.
 */
export class ViewMemory<Answer> {
  private readonly ofView = new WeakMap<object, Map<string, Answer>>();

  constructor(private readonly most: number) {}

  has(view: object, question: unknown): boolean {
    return this.ofView.get(view)?.has(JSON.stringify(question)) ?? false;
  }

  /** The answer remembered, else the one worked out now; answers must not be changed by whoever gets them. */
  recall(view: object, question: unknown, workOut: () => Answer): Answer {
    let known = this.ofView.get(view);
    if (!known) this.ofView.set(view, (known = new Map()));
    const key = JSON.stringify(question);
    let answer = known.get(key);
    if (answer === undefined) {
      answer = workOut();
      if (known.size >= this.most) known.delete(known.keys().next().value!);
      known.set(key, answer);
    }
    return answer;
  }
}
