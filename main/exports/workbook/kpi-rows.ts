import { absenceInWords } from '../../contract/absence.ts';
import { partsAreMoney } from '../../contract/figure-parts.ts';
import type { Figure } from '../../contract/figure.ts';
import { formatPeriod } from '../../contract/format.ts';
import type { Kpi } from '../../contract/page.ts';
import { numberCell } from './number-cell.ts';
import { grid, line, words, type SheetCell, type SheetRow } from './sheet.ts';

const HEAD = [
  'Figure',
  'Value',
  'Numerator',
  'Denominator',
  'Rows used',
  'Change',
  'What may be said of it',
  'Period',
  'Definition',
  'Version',
];

/** The headline figures with what they are divided from, and which definition worked them out. */
export function kpiRows(kpis: readonly Kpi[]): SheetRow[] {
  if (kpis.length === 0) return [];
  return [
    line('Headline figures', 'section'),
    ...grid(
      HEAD,
      kpis.map(({ label, figure, change, detail, query }) => [
        words(label),
        valueCell(figure),
        partCell(figure, figure.numerator),
        partCell(figure, figure.denominator),
        figure.rows === null ? words(lacking(figure, 'not counted')) : count(figure.rows),
        words(change?.text ?? ''),
        words(detail),
        words(formatPeriod(query.from, query.to)),
        words([figure.metric, figure.variant].filter(Boolean).join(' · ')),
        count(figure.version),
      ]),
    ),
  ];
}

function valueCell(figure: Figure): SheetCell {
  if (figure.value === null) return words(absenceInWords(figure));
  return numberCell(figure.value, { unit: figure.unit, currency: figure.currency, signed: false });
}

function partCell(figure: Figure, part: number | null): SheetCell {
  if (part === null) return words(lacking(figure, 'none'));
  return partsAreMoney(figure)
    ? numberCell(part, { unit: 'money', currency: figure.currency, signed: false })
    : numberCell(part, { unit: Number.isInteger(part) ? 'count' : 'hours', currency: null, signed: false });
}

/** Why a part of a figure is not there: as the figure itself, or, beside a value, because it has no such part. */
function lacking(figure: Figure, beside: string): string {
  return figure.absence === null ? beside : absenceInWords(figure);
}

function count(value: number): SheetCell {
  return numberCell(value, { unit: 'count', currency: null, signed: false });
}
