/** Zero reports (零报送). */
import { Hono } from 'hono';
import { protocolVersion, zeroReportRequestSchema } from '@baosong/shared/protocol/messages.ts';
import type { ZeroReportAnswer } from '@baosong/shared/protocol/messages.ts';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import type { Dependencies } from '../dependencies.ts';
import { requireDevice } from '../identity.ts';
import { readJson } from '../json-body.ts';
import { Refusal } from '../problems.ts';

const maxBytes = 16 * 1024;

export function zeroReportRoutes(deps: Dependencies): Hono {
  return new Hono().post('/', async (c) => {
    const sender = await requireDevice(c, deps);
    const { zeroReport } = await readJson(c, zeroReportRequestSchema, maxBytes);
    const { start, end } = zeroReport.period;
    if (end < start) {
      throw new Refusal('invalid-request', [
        { pointer: '/zeroReport/period/end', detail: '期末不得早于期初。' },
      ]);
    }

    const filed = await deps.store.fileZeroReport(
      sender,
      zeroReport,
      shanghaiDate(sender.receivedAt),
    );
    if (filed.status === 'conflict') throw new Refusal('zero-report-conflict');
    if (filed.status === 'contradicted') {
      throw new Refusal(
        'zero-report-contradicted',
        filed.documentNumbers.map((detail) => ({ pointer: '/zeroReport/period', detail })),
      );
    }
    const answer: ZeroReportAnswer = { protocol: protocolVersion, ...filed };
    return c.json(answer, filed.status === 'created' ? 201 : 200);
  });
}
