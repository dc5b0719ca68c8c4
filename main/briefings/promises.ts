import type { Alignment } from '../analyses/alignment/align.ts';
import { ALIGNED_FROM } from '../analyses/alignment/assess.ts';
import type { Assessed } from '../analyses/alignment/assess.ts';
import { measureLedger } from '../analyses/synergies/realised.ts';
import type { MeasuredSynergy, Wave } from '../contract/decisions.ts';
import { formatNumber, formatValue } from '../contract/format.ts';
import { parseIsoDay } from '../model/civil-day.ts';
import { synergiesOf } from '../workspace/synergy-ledger.ts';
import type { WorkspaceView } from '../workspace/view.ts';
import { dueOf, wavesOf } from '../workspace/waves.ts';

/** `unknown` is neither done nor late: nothing measures it, or chance explains what is left. */
export type Standing = 'done' | 'open' | 'late' | 'unknown';

/** Something that was promised, and how it stands on the last day that the extracts know. */
export type Promised = {
  id: string;
  label: string;
  /** ISO day, its own or that of its wave. */
  due: string | null;
  owner: string | null;
  standing: Standing;
  /** How far it is, in words. */
  reached: string;
  isDimension: boolean;
};

export type Promises = {
  waves: { wave: Wave; promised: Promised[] }[];
  /** Dimensions that are still open and in no wave. */
  others: Promised[];
};

/**
 * What is promised of an entity, by wave. Done is what is measured to have reached its target, and late what has not
 * by its day; the day is held against the last one of the extracts, never against a clock.
 */
export function promisesOf(view: WorkspaceView, alignment: Alignment): Promises {
  const { dimensions, facts, targets } = alignment;
  const waveOf = ({ dimension }: Assessed) => targets.get(dimension.definition.metric)?.wave ?? null;
  const waves = wavesOf(view.store);
  const isPromised = synergiesOf(view.store).some(({ wave }) => wave !== null);
  const ledger = isPromised ? measureLedger(view).synergies : [];
  const promisedBy = ({ name, due }: Wave): Promised[] => [
    ...dimensions.filter((one) => waveOf(one) === name).map((one) => dimensionPromise(alignment, one, waves)),
    ...ledger
      .filter(({ synergy }) => synergy.wave === name)
      .map((one) => synergyPromise(one, { due, asOf: facts.asOf })),
  ];
  return {
    waves: waves.map((wave) => ({ wave, promised: promisedBy(wave) })).filter(({ promised }) => promised.length > 0),
    others: dimensions
      .filter((one) => one.verdict === 'differs' && waveOf(one) === null)
      .map((one) => dimensionPromise(alignment, one, waves))
      .sort((a, b) => dayOf(a) - dayOf(b)),
  };
}

function dimensionPromise({ facts, targets }: Alignment, one: Assessed, waves: readonly Wave[]): Promised {
  const { dimension, score, verdict } = one;
  const target = targets.get(dimension.definition.metric) ?? null;
  const due = target && dueOf(target, waves);
  const aim = target?.score ?? ALIGNED_FROM;
  const of = score === null ? '' : `${formatNumber(score)} of ${formatNumber(aim)}`;
  const promised = { id: dimension.definition.metric, label: dimension.label, due, owner: target?.owner ?? null };
  const stands = (standing: Standing, reached: string): Promised => ({
    ...promised,
    standing,
    reached,
    isDimension: true,
  });
  if (verdict === 'kept_apart') return stands('unknown', 'kept apart');
  if (score === null) return stands('unknown', 'not measured');
  if (score >= aim) return stands('done', of);
  if (verdict === 'no_detectable_difference') return stands('unknown', `${of}, not told from chance`);
  return stands(isPast(due, facts.asOf) ? 'late' : 'open', of);
}

function synergyPromise(
  { synergy, unit, currency, runRate, signal }: MeasuredSynergy,
  { due, asOf }: { due: string; asOf: number | null },
): Promised {
  const amount = (value: number) => formatValue(value, unit, { currency });
  const isDone = runRate !== null && signal && runRate >= synergy.planned;
  return {
    id: `synergy ${synergy.id}`,
    label: synergy.title,
    due,
    owner: synergy.owner,
    standing: isDone ? 'done' : runRate === null ? 'unknown' : isPast(due, asOf) ? 'late' : 'open',
    reached: runRate === null ? 'not measured' : `${amount(runRate)} of ${amount(synergy.planned)} a year`,
    isDimension: false,
  };
}

function isPast(due: string | null, asOf: number | null): boolean {
  return due !== null && asOf !== null && parseIsoDay(due)! < asOf;
}

function dayOf({ due }: Promised): number {
  return due === null ? Infinity : parseIsoDay(due)!;
}
