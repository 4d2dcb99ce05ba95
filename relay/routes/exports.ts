/** The monthly table as an Excel workbook. */
import { Hono } from 'hono';
import { axisLabels } from '@baosong/shared/statistics/counting.ts';
import { writeTable } from '@baosong/shared/workbook/table.ts';
import type { Dependencies } from '../dependencies.ts';
import { requireSession } from '../identity.ts';
import { monthQuery } from '../month-query.ts';
import { monthLabel, monthlyColumns, totalLine, unitLines } from '../monthly-table.ts';
import type { Figures } from '../monthly-table.ts';
import { uncoveredNote, uncoveredYears } from '../uncovered-years.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function exportRoutes(deps: Dependencies): Hono {
  return new Hono().get('/monthly.xlsx', async (c) => {
    await requireSession(c, deps);
    const query = monthQuery(c, deps.now());
    const { month, period, axis } = query;
    const figures = await deps.store.monthFigures(period, axis, null);
    const row = (line: Figures) => monthlyColumns.map(({ value }) => value(line));
    const workbook = await writeTable({
      title: `信用信息报送情况统计表（${monthLabel(month)}）`,
      note: [axisLabels[axis], uncoveredNote(await uncoveredYears(deps, query))]
        .filter(Boolean)
        .join('；'),
      columns: monthlyColumns.map(({ header, width, kind }) => ({ header, width, kind })),
      rows: unitLines(figures).map(row),
      totals: row(totalLine(figures)),
    });
    const fileName = encodeURIComponent(`报送统计-${month}-${axisLabels[axis]}.xlsx`);
    return c.body(Buffer.from(workbook), 200, {
      'Content-Type': mediaType,
      'Content-Disposition': `attachment; filename="monthly-${month}.xlsx"; filename*=UTF-8''${fileName}`,
    });
  });
}
