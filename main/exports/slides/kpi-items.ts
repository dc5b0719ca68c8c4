import { absenceInWords } from '../../contract/absence.ts';
import { displayText, formatValue } from '../../contract/format.ts';
import type { Kpi, Tone } from '../../contract/page.ts';
import { splitChange } from '../../contract/paper/split-change.ts';
import { MARGIN, ROOM, type Run, type SlideItem } from './slide.ts';
import { INK, lineItem, MUTED, RULE, ruleItem, SOFT, textHeight, textItem } from './text-items.ts';

const LABEL = 11.5;
const VALUE = { size: 24, bold: true };
const DETAIL = 11;
const GAP = 22;
const PAD = 9;

const TONES: Record<Tone, string> = { better: '#17694f', worse: '#b3261e', neutral: INK };

/** The headline figures as tiles in one line, between two rules, and how high they are. */
export function kpiItems(kpis: readonly Kpi[], y: number): { items: SlideItem[]; height: number } {
  if (kpis.length === 0) return { items: [], height: 0 };
  const step = (ROOM + GAP) / kpis.length;
  const width = step - GAP - 10;
  const heights = kpis.map((kpi) => {
    const { detail, value, label } = paragraphsOf(kpi);
    const text = (runs: Run[]): string => runs.map((run) => run.text).join('');
    return (
      textHeight([text(label)], width, { size: LABEL }) +
      textHeight([text(value)], width, VALUE) +
      textHeight([text(detail)], width, { size: DETAIL })
    );
  });
  const height = Math.max(...heights);
  return {
    height: height + PAD * 2,
    items: [
      ruleItem(MARGIN.x, y, ROOM),
      ...kpis.flatMap((kpi, index) => {
        const x = MARGIN.x + index * step;
        const { label, value, detail } = paragraphsOf(kpi);
        const box = { x, y: y + PAD, width, height };
        const edge = { x: x - GAP / 2, y: y + PAD, width: 0, height };
        return [
          ...(index === 0 ? [] : [lineItem('Edge', edge, { color: RULE, width: 1, dashed: false })]),
          textItem(`Figure: ${displayText(kpi.label)}`, box, [label, value, detail]),
        ];
      }),
      ruleItem(MARGIN.x, y + height + PAD * 2, ROOM),
    ],
  };
}

function paragraphsOf({ label, figure, change, detail }: Kpi): Record<'label' | 'value' | 'detail', Run[]> {
  const { value, unit, currency } = figure;
  const parts = change && splitChange(change.text);
  const small = { size: DETAIL, color: SOFT };
  const said = detail !== '' ? displayText(detail) : value === null ? absenceInWords(figure) : '';
  return {
    label: [{ text: displayText(label), size: LABEL, color: SOFT }],
    value: [{ text: formatValue(value, unit, { currency }), color: value === null ? MUTED : INK, ...VALUE }],
    detail: [
      ...(parts && change
        ? [
            { ...small, text: displayText(parts.amount), color: TONES[change.tone], bold: true },
            { ...small, text: displayText(parts.rest) },
          ]
        : []),
      ...(said === '' ? [] : [{ ...small, text: parts ? ` · ${said}` : said }]),
    ],
  };
}
