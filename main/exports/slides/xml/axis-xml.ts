import { lightPalette } from '../../../contract/drawing/palette.ts';
import type { NativeChart, ValueAxis } from '../charts/native-chart.ts';
import { lineXml, textPropertiesXml } from './drawing-xml.ts';
import { escapeXml } from './escape-xml.ts';

/** Ids of the two axes; every group of series names both, and both stand in the chart. */
const AXES = { places: 111_111_111, values: 222_222_222 };

export const AXIS_IDS = `<c:axId val="${AXES.places}"/><c:axId val="${AXES.values}"/>`;

/** The two axes of a chart: where values stand, and how large they are. */
export function axesXml(chart: NativeChart): string {
  const lies = chart.form === 'bars';
  const values = { id: AXES.values, other: AXES.places, position: lies ? 'b' : 'l', lines: true } as const;
  return placesAxisXml(chart) + numbersAxisXml(chart, chart.values, values);
}

function placesAxisXml(chart: NativeChart): string {
  if (chart.across !== null)
    return numbersAxisXml(chart, chart.across, { id: AXES.places, other: AXES.values, position: 'b', lines: false });
  return chart.form === 'lines' ? monthsAxisXml(chart) : namesAxisXml(chart);
}

/** The first name stands on top of bars that lie. */
function namesAxisXml(chart: NativeChart): string {
  const [side, order] = chart.form === 'bars' ? ['l', 'maxMin'] : ['b', 'minMax'];
  const own = '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>';
  return `<c:catAx>${namedXml(chart, { side, order, format: 'General', color: lightPalette.ink })}${own}</c:catAx>`;
}

/** Months of a calendar, of which every so many is named. */
function monthsAxisXml(chart: NativeChart): string {
  const look = { side: 'b', order: 'minMax', format: 'mmm\\ yy', color: lightPalette.muted };
  const own = `<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="months"/><c:majorUnit val="${chart.named.every}"/><c:majorTimeUnit val="months"/>`;
  return `<c:dateAx>${namedXml(chart, look)}${own}</c:dateAx>`;
}

type Look = { side: string; order: string; format: string; color: string };

function namedXml({ named, size }: NativeChart, { side, order, format, color }: Look): string {
  return [
    `<c:axId val="${AXES.places}"/><c:scaling><c:orientation val="${order}"/></c:scaling>`,
    `<c:delete val="${named.shown ? 0 : 1}"/><c:axPos val="${side}"/><c:numFmt formatCode="${format}" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    `<c:spPr>${lineXml(lightPalette.axis)}</c:spPr>${textPropertiesXml(size, color, { level: true })}`,
    `<c:crossAx val="${AXES.values}"/><c:crosses val="autoZero"/>`,
  ].join('');
}

type Place = { id: number; other: number; position: 'b' | 'l'; lines: boolean };

function numbersAxisXml(chart: NativeChart, axis: ValueAxis, { id, other, position, lines }: Place): string {
  const { min, max, step, format, shown } = axis;
  const grid =
    lines && shown ? `<c:majorGridlines><c:spPr>${lineXml(lightPalette.grid)}</c:spPr></c:majorGridlines>` : '';
  return [
    `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/><c:max val="${max}"/><c:min val="${min}"/></c:scaling>`,
    `<c:delete val="${shown ? 0 : 1}"/><c:axPos val="${position}"/>${grid}<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>`,
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    `<c:spPr>${lineXml(lines ? null : lightPalette.axis)}</c:spPr>${textPropertiesXml(chart.size, lightPalette.muted)}`,
    `<c:crossAx val="${other}"/><c:crosses val="${lines ? 'autoZero' : 'min'}"/>`,
    `<c:crossBetween val="${chart.form === 'points' ? 'midCat' : 'between'}"/><c:majorUnit val="${step}"/></c:valAx>`,
  ].join('');
}
