import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, CustomChart, GridComponent, MarkAreaComponent, SVGRenderer]);

/** Only the parts that are drawn: pointer, readout and labels of marks are ours, so tooltips and legends stay out of the bundle. */
export function createChart(element: HTMLElement, size: { width: number; height: number }): EChartsType {
  return init(element, null, { renderer: 'svg', ...size });
}
