import type { AlignmentTarget, TargetDecision } from '../../main/contract/decisions.ts';
import { minorPerMajor } from '../../main/contract/format.ts';
import { NAMED_MODELS, type TargetModel } from '../../main/contract/target-models.ts';
import { amountText, readAmount } from './amount.ts';

/** A decision on a dimension as it stands in its fields. */
export type TargetForm = {
  apart: boolean;
  reason: string;
  /** What it becomes where it is not kept apart. */
  model: Exclude<TargetModel, 'apart'>;
  of: string;
  score: string;
  cost: string;
  owner: string;
  due: string;
  /** Empty for none. */
  wave: string;
};

export function targetForm(target: AlignmentTarget | null, currency: string | null): TargetForm {
  const text = (value: number | null, per = 1) => (value === null ? '' : amountText(value / per));
  const model = target?.model ?? 'acquirer';
  return {
    apart: model === 'apart',
    reason: target?.reason ?? '',
    model: model === 'apart' ? 'acquirer' : model,
    of: target?.of ?? '',
    score: text(target?.score ?? null),
    cost: text(target?.cost ?? null, minorPerMajor(currency)),
    owner: target?.owner ?? '',
    due: target?.due ?? '',
    wave: target?.wave ?? '',
  };
}

/** The decision that the fields make up; null with what is missing. What is kept apart has neither score nor cost. */
export function readTarget(
  form: TargetForm,
  subject: Pick<AlignmentTarget, 'entity' | 'dimension'>,
): { decision: TargetDecision | null; problem: string | null } {
  const refused = (problem: string) => ({ decision: null, problem });
  const filled = (text: string) => (text.trim() === '' ? null : text.trim());
  const promise = { owner: filled(form.owner), due: filled(form.due), wave: form.wave === '' ? null : form.wave };
  if (form.apart) {
    const reason = filled(form.reason);
    if (reason === null) return refused('Say why it is kept apart.');
    const apart = { model: 'apart' as const, of: null, score: null, costMajor: null, reason };
    return { decision: { ...subject, ...promise, ...apart }, problem: null };
  }
  const named = NAMED_MODELS.has(form.model);
  if (named && form.of === '') return refused('Choose the entity whose rows are the target.');
  const [score, costMajor] = [form.score, form.cost].map((text) => (filled(text) === null ? null : readAmount(text)));
  if (form.score.trim() !== '' && (score === null || score < 0 || score > 100))
    return refused('The target score is a number from 0 to 100.');
  if (form.cost.trim() !== '' && costMajor === null) return refused('The cost a year is a number such as 250,000.');
  const { model } = form;
  const decided = { model, of: named ? form.of : null, score, costMajor, reason: null };
  return { decision: { ...subject, ...promise, ...decided }, problem: null };
}
