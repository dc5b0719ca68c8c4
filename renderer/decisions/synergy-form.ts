import type { Synergy, SynergyEntry, SynergyLedger } from '../../main/contract/decisions.ts';
import type { Filter } from '../../main/contract/figure.ts';
import { minorPerMajor } from '../../main/contract/format.ts';
import { amountText, readAmount } from './amount.ts';

/** One code that the evidence is narrowed to; both empty until they are chosen. */
export type FilterLine = { dimension: string; code: string };

/** An entry of the ledger as it stands in its fields. */
export type SynergyForm = {
  title: string;
  owner: string;
  metric: string;
  planned: string;
  oneOff: string;
  from: string;
  lines: FilterLine[];
  /** Empty for none. */
  wave: string;
};

type Metrics = SynergyLedger['metrics'];

/** A new entry is bound to money, which most promises are about. */
export function synergyForm(synergy: Synergy | null, metrics: Metrics, currency: string | null): SynergyForm {
  if (synergy === null) {
    const metric = (metrics.find(({ unit }) => unit === 'money') ?? metrics[0])?.metric ?? '';
    return { title: '', owner: '', metric, planned: '', oneOff: '', from: '', lines: [], wave: '' };
  }
  const minor = minorPerMajor(currency);
  const { title, owner, metric, planned, oneOff, from, where, wave } = synergy;
  return {
    title,
    owner,
    metric,
    planned: amountText(planned / (isMoney(metric, metrics) ? minor : 1)),
    oneOff: oneOff === 0 ? '' : amountText(oneOff / minor),
    from,
    lines: Object.entries(where).flatMap(([dimension, codes]) => codes.map((code) => ({ dimension, code }))),
    wave: wave ?? '',
  };
}

export function isMoney(metric: string, metrics: Metrics): boolean {
  return metrics.find((one) => one.metric === metric)?.unit === 'money';
}

/** The entry that the fields make up; null with what is missing. */
export function readSynergy(form: SynergyForm): { entry: SynergyEntry | null; problem: string | null } {
  const refused = (problem: string) => ({ entry: null, problem });
  const { metric, from } = form;
  const [title, owner] = [form.title.trim(), form.owner.trim()];
  if (title === '') return refused('Give the synergy a title.');
  if (owner === '') return refused('Name who answers for it.');
  if (metric === '') return refused('Choose the metric that must move.');
  const plannedMajor = readAmount(form.planned);
  if (plannedMajor === null || plannedMajor < 0) return refused('Say what is planned a year, such as 250,000.');
  const oneOffMajor = form.oneOff.trim() === '' ? 0 : readAmount(form.oneOff);
  if (oneOffMajor === null || oneOffMajor < 0) return refused('What it costs once is a number such as 40,000.');
  if (from === '') return refused('Choose the month from which the metric is to fall.');
  if (form.lines.some(({ dimension, code }) => dimension === '' || code === ''))
    return refused('Choose a value for every filter, or remove it.');
  const wave = form.wave === '' ? null : form.wave;
  return {
    entry: { title, owner, metric, from, plannedMajor, oneOffMajor, where: filterOf(form.lines), wave },
    problem: null,
  };
}

/** The same dimension is OR, different ones are AND. */
function filterOf(lines: readonly FilterLine[]): Filter {
  const where: Filter = {};
  for (const { dimension, code } of lines) {
    const codes = (where[dimension] ??= []);
    if (!codes.includes(code)) codes.push(code);
  }
  return where;
}
