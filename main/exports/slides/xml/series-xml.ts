import { lightPalette } from '../../../contract/drawing/palette.ts';
import type { NativeChart, NativeLabels, NativeSeries } from '../charts/native-chart.ts';
import { cellsOf, seriesColumn, SHEET } from './chart-cells.ts';
import { fillXml, lineXml, richTextXml, shareXml, textPropertiesXml } from './drawing-xml.ts';
import { escapeXml } from './escape-xml.ts';

/** What the schema wants in which order differs by what a series is drawn as. */
export type DrawnAs = 'bar' | 'line' | 'points';

const POSITIONS: Record<NativeLabels['position'], string> = { above: 't', right: 'r', outside: 'outEnd' };
/** Size of the ring around a signal. */
const RING = 11;

/** One series of a chart with its look, its labels and where its numbers stand in the workbook. */
export function seriesXml(chart: NativeChart, index: number, as: DrawnAs): string {
  const series = chart.series[index];
  const column = seriesColumn(index);
  const count = chart.places.length;
  const values = numbersXml(cellsOf(column, count), series.values, series.format);
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx><c:strRef><c:f>${SHEET}!$${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`,
    as === 'bar' ? barLook(series) : lineLook(series),
    labelsXml(chart, series, as),
    as === 'points'
      ? `<c:xVal>${placesXml(chart)}</c:xVal><c:yVal>${values}</c:yVal><c:smooth val="0"/>`
      : `<c:cat>${placesXml(chart)}</c:cat><c:val>${values}</c:val>${as === 'line' ? '<c:smooth val="0"/>' : ''}`,
    '</c:ser>',
  ].join('');
}

function barLook({ color, pointColors }: NativeSeries): string {
  const points = (pointColors ?? []).map(
    (own, index) =>
      `<c:dPt><c:idx val="${index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fillXml(own)}</c:spPr></c:dPt>`,
  );
  return `<c:spPr>${fillXml(color)}${lineXml(null)}</c:spPr><c:invertIfNegative val="0"/>${points.join('')}`;
}

function lineLook({ color, line, signals }: NativeSeries): string {
  const { width, dash, marker } = line ?? { width: 0, dash: 'solid', marker: 0 };
  const points = signals.map(
    ({ index }) =>
      `<c:dPt><c:idx val="${index}"/>${markerXml(RING, lightPalette.paper, color)}<c:bubble3D val="0"/></c:dPt>`,
  );
  return `<c:spPr>${lineXml(color, width, dash)}</c:spPr>${markerXml(marker, color, color)}${points.join('')}`;
}

function markerXml(size: number, fill: string | null, stroke: string | null): string {
  if (size === 0) return '<c:marker><c:symbol val="none"/></c:marker>';
  return `<c:marker><c:symbol val="circle"/><c:size val="${size}"/><c:spPr>${fillXml(fill)}${lineXml(stroke, 1.5)}</c:spPr></c:marker>`;
}

const SHOW_NOTHING = shownXml({ value: false, name: false });

function shownXml({ value, name }: { value: boolean; name: boolean }): string {
  return `<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="${name ? 1 : 0}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;
}

function labelsXml(chart: NativeChart, series: NativeSeries, as: DrawnAs): string {
  const { labels, signals, color } = series;
  // A point has one label: at the end of a line its name and value, and the ring alone tells of the signal.
  const single = [
    ...(labels === null ? [] : singleLabels(chart, series, labels)),
    ...signals.map(({ index, text }) => ({ index, xml: signalXml(index, text, chart.size, color) })),
  ];
  const unique = single
    .filter(({ index }, at) => single.findIndex((one) => one.index === index) === at)
    .toSorted((a, b) => a.index - b.index);
  if (unique.length === 0 && as === 'bar') return '';
  return `<c:dLbls>${unique.map(({ xml }) => xml).join('')}${SHOW_NOTHING}</c:dLbls>`;
}

/** Words at every value; or its number under a format of its own, at every value or at the end of a line with its name. */
function singleLabels(chart: NativeChart, { values }: NativeSeries, labels: NativeLabels): PlacedXml[] {
  const position = `<c:dLblPos val="${POSITIONS[labels.position]}"/>`;
  if (labels.texts !== null)
    return labels.texts.map((text, index) => ({
      index,
      xml: `<c:dLbl><c:idx val="${index}"/>${richTextXml(text, chart.size, labels.color)}${position}${shownXml({ value: true, name: false })}</c:dLbl>`,
    }));
  const look = `<c:spPr><a:noFill/>${lineXml(null)}</c:spPr>${textPropertiesXml(chart.size, labels.color, { bold: true, whole: true })}${position}`;
  const label = (index: number, layout: string, name: boolean): PlacedXml => ({
    index,
    xml: `<c:dLbl><c:idx val="${index}"/>${layout}${formatXml(labels.formats[index])}${look}${shownXml({ value: true, name })}<c:separator> </c:separator></c:dLbl>`,
  });
  if (labels.at === 'all') return values.flatMap((value, index) => (value === null ? [] : [label(index, '', false)]));
  const { index, shift } = labels.at;
  const moved =
    shift === 0
      ? ''
      : `<c:layout><c:manualLayout><c:x val="0"/><c:y val="${shareXml(shift)}"/></c:manualLayout></c:layout>`;
  return [label(index, moved, !chart.legend)];
}

type PlacedXml = { index: number; xml: string };

function signalXml(index: number, text: string, size: number, color: string | null): string {
  return `<c:dLbl><c:idx val="${index}"/>${richTextXml(text, size, color ?? lightPalette.ink)}<c:dLblPos val="t"/>${shownXml({ value: true, name: false })}</c:dLbl>`;
}

function formatXml(format: string): string {
  return `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>`;
}

/** A value that is not there has no point: neither zero nor an empty number. */
function numbersXml(cells: string, values: readonly (number | null)[], format: string): string {
  const points = values.map((value, index) =>
    value === null ? '' : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`,
  );
  return `<c:numRef><c:f>${cells}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${values.length}"/>${points.join('')}</c:numCache></c:numRef>`;
}

function placesXml({ places, placeFormat }: NativeChart): string {
  const cells = cellsOf('A', places.length);
  if (isNumbers(places)) return numbersXml(cells, places, placeFormat);
  const points = places.map((place, index) => `<c:pt idx="${index}"><c:v>${escapeXml(place)}</c:v></c:pt>`);
  return `<c:strRef><c:f>${cells}</c:f><c:strCache><c:ptCount val="${places.length}"/>${points.join('')}</c:strCache></c:strRef>`;
}

function isNumbers(places: NativeChart['places']): places is number[] {
  return typeof places[0] === 'number';
}
