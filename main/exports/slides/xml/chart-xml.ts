import { lightPalette } from '../../../contract/drawing/palette.ts';
import type { NativeChart } from '../charts/native-chart.ts';
import { axesXml, AXIS_IDS } from './axis-xml.ts';
import { lineXml, shareXml, textPropertiesXml } from './drawing-xml.ts';
import { seriesXml, type DrawnAs } from './series-xml.ts';

const NAMESPACES = [
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(' ');

/**
 * The part of a package that draws a chart, in the order of elements that the schema asks for.
 * `workbook` is the relationship that leads to its numbers.
 */
export function chartXml(chart: NativeChart, workbook: string): string {
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${NAMESPACES}>`,
    '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>',
    plotXml(chart),
    groupsXml(chart),
    axesXml(chart),
    `<c:spPr><a:noFill/>${lineXml(null)}</c:spPr></c:plotArea>`,
    legendXml(chart),
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr><a:noFill/>${lineXml(null)}</c:spPr>${textPropertiesXml(chart.size, lightPalette.ink)}`,
    `<c:externalData r:id="${workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`,
  ].join('');
}

function plotXml({ plot }: NativeChart): string {
  if (plot === null) return '<c:layout/>';
  const share = (name: string, value: number): string => `<c:${name} val="${shareXml(value)}"/>`;
  return `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>${share('x', plot.x)}${share('y', plot.y)}${share('w', plot.width)}${share('h', plot.height)}</c:manualLayout></c:layout>`;
}

/** Bars and lines are groups of their own; a group without series would not be a chart. */
function groupsXml(chart: NativeChart): string {
  const { form, stacked, overlap, gap } = chart;
  const drawnAs = (as: DrawnAs): string =>
    chart.series
      .map((series, index) => (asOf(chart, series.line !== null) === as ? seriesXml(chart, index, as) : ''))
      .join('');
  const [bars, lines, points] = [drawnAs('bar'), drawnAs('line'), drawnAs('points')];
  const group = (name: string, head: string, series: string, foot: string): string =>
    series === '' ? '' : `<c:${name}>${head}<c:varyColors val="0"/>${series}${foot}${AXIS_IDS}</c:${name}>`;
  return (
    group(
      'barChart',
      `<c:barDir val="${form === 'bars' ? 'bar' : 'col'}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/>`,
      bars,
      `<c:gapWidth val="${Math.round(gap * 100)}"/><c:overlap val="${overlap ? 100 : 0}"/>`,
    ) +
    group('lineChart', '<c:grouping val="standard"/>', lines, '<c:marker val="1"/>') +
    group('scatterChart', '<c:scatterStyle val="lineMarker"/>', points, '')
  );
}

function asOf({ form }: NativeChart, isLine: boolean): DrawnAs {
  return form === 'points' ? 'points' : isLine ? 'line' : 'bar';
}

const LEGEND = 11;

/** Lines that only surround others are not named in it. */
function legendXml({ legend, series, size }: NativeChart): string {
  if (!legend) return '';
  const hidden = series.flatMap(({ quiet }, index) =>
    quiet ? [`<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`] : [],
  );
  return `<c:legend><c:legendPos val="t"/>${hidden.join('')}<c:overlay val="0"/>${textPropertiesXml(Math.max(size, LEGEND), lightPalette.ink)}</c:legend>`;
}
