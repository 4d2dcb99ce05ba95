/** The chart of the month: what each unit reported, and what became of it. */
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { formatPercent, ratesOf } from '@baosong/shared/statistics/rates.ts';
import type { Figures } from '../monthly-table.ts';

use([BarChart, GridComponent, LegendComponent, SVGRenderer]);

/** More bars than this cannot be read on one page; the table has the rest. */
const mostUnits = 30;
const width = 1080;
const rowHeight = 34;
const margin = { top: 44, right: 168, bottom: 28, left: 240 };
const longestName = 17;
/** Without quotation marks, which ECharts would put into an attribute as they are. */
const fontFamily = 'Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, sans-serif';

const parts = [
  { name: '入库', count: 'accepted', colour: '#2f6b4f' },
  { name: '待定', count: 'pending', colour: '#c4ccd6' },
  { name: '退回', count: 'rejected', colour: '#b5472f' },
] as const;

/** An SVG document with a bar for each unit that reported, most first, and its acceptance rate at the end. */
export function monthlyChart(lines: readonly Figures[]): string {
  const shown = lines
    .filter(({ counts }) => counts.received > 0)
    .sort((a, b) => b.counts.received - a.counts.received)
    .slice(0, mostUnits);
  const height = margin.top + margin.bottom + rowHeight * Math.max(1, shown.length);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      textStyle: { fontFamily, fontSize: 13, color: '#1f2937' },
      legend: { top: 8, left: margin.left, itemWidth: 14, itemHeight: 10, itemGap: 20 },
      grid: margin,
      xAxis: {
        type: 'value',
        minInterval: 1,
        splitLine: { lineStyle: { color: '#e4e8ee' } },
        axisLabel: { color: '#5b6675' },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: shown.map(({ name }) => shortened(name)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: '#9aa5b3' } },
        axisLabel: { color: '#1f2937', fontSize: 13 },
      },
      series: [
        ...parts.map(({ name, count, colour }) => ({
          name,
          type: 'bar',
          stack: 'received',
          barWidth: 16,
          silent: true,
          itemStyle: { color: colour },
          data: shown.map(({ counts }) => counts[count]),
        })),
        {
          // An invisible end piece that carries the label behind the whole bar.
          type: 'bar',
          stack: 'received',
          silent: true,
          data: shown.map((line) => ({ value: 0, label: { formatter: endLabel(line) } })),
          label: { show: true, position: 'right', color: '#1f2937' },
        },
      ],
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

function endLabel({ counts }: Figures): string {
  return `${String(counts.received)} 条 · 入库率 ${formatPercent(ratesOf(counts).acceptance)}`;
}

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}
