import { bridgeScale, spansOf } from '../../contract/drawing/bridge-levels.ts';
import { isEmpty } from '../../contract/empty-chart.ts';
import { displayText } from '../../contract/format.ts';
import type { Chart } from '../../contract/page.ts';
import { absenceNote } from './charts/absence-note.ts';
import { bridgeNative } from './charts/bridge-native.ts';
import { dotsItems } from './charts/dots-items.ts';
import { heatItems } from './charts/heat-items.ts';
import { multiplesItems } from './charts/multiples-items.ts';
import type { NativeChart } from './charts/native-chart.ts';
import { pairsNative } from './charts/pairs-native.ts';
import { pyramidNative } from './charts/pyramid-native.ts';
import { riskTable, RISK_ROW } from './charts/risk-table.ts';
import { seriesNative } from './charts/series-native.ts';
import { survivalNative, survivalPlot } from './charts/survival-native.ts';
import { headingItems } from './heading-items.ts';
import type { Box, SlideItem } from './slide.ts';
import { MUTED, textHeight, textItem } from './text-items.ts';

const NOTE = 11;

/** A chart with its heading: a chart of PowerPoint's own wherever it has one of that kind, else a table or shapes. */
export function drawingItems(chart: Chart, box: Box): SlideItem[] {
  const { items, height } = headingItems(chart, box);
  return [...items, ...bodyItems(chart, { ...box, y: box.y + height, height: box.height - height })];
}

function bodyItems(chart: Chart, box: Box): SlideItem[] {
  if (isEmpty(chart)) return [noteItem('No data in this scope.', box)];
  switch (chart.kind) {
    case 'series':
      return [native(chart, seriesNative(chart, box), box)];
    case 'pairs':
      return withNote(absenceNote(chart), box, (room) => [native(chart, pairsNative(chart, room), room)]);
    case 'pyramid':
      return withNote(absenceNote(chart), box, (room) => [native(chart, pyramidNative(chart), room)]);
    case 'bridge': {
      const { cut } = bridgeScale(spansOf(chart.steps));
      const note = cut ? 'Totals are cut at the base: the scale does not start at zero.' : '';
      return withNote(note, box, (room) => [native(chart, bridgeNative(chart, room), room)]);
    }
    case 'survival': {
      const foot = RISK_ROW * (chart.curves.length + 1);
      const room = { ...box, height: box.height - foot };
      const plot = survivalPlot(chart, room);
      return [
        native(chart, survivalNative(chart, room, plot), room),
        riskTable(chart, { ...box, y: box.y + room.height, height: foot }, plot),
      ];
    }
    case 'heat':
      return heatItems(chart, box);
    case 'dots':
      return dotsItems(chart, box);
    case 'multiples':
      return multiplesItems(chart, box);
  }
}

function native({ title, description }: Chart, chart: NativeChart, box: Box): SlideItem {
  return { kind: 'chart', name: displayText(title), description: displayText(description), box, chart };
}

function withNote(note: string, box: Box, items: (room: Box) => SlideItem[]): SlideItem[] {
  if (note === '') return items(box);
  const height = textHeight([note], box.width, { size: NOTE }) + 2;
  const room = { ...box, height: box.height - height };
  return [...items(room), noteItem(note, { ...box, y: box.y + room.height, height })];
}

function noteItem(text: string, box: Box): SlideItem {
  return textItem('Note', box, [[{ text, size: NOTE, color: MUTED }]]);
}
