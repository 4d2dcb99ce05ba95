/** Monthly statements (月度报送说明): of the items that have no page on the platform. */
import { Hono } from 'hono';
import { monthlyStatementRequestSchema } from '@baosong/shared/protocol/duties.ts';
import type { MonthlyStatementAnswer } from '@baosong/shared/protocol/duties.ts';
import { protocolVersion } from '@baosong/shared/protocol/messages.ts';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import type { Dependencies } from '../dependencies.ts';
import { requireDevice } from '../identity.ts';
import { readJson } from '../json-body.ts';
import { Refusal } from '../problems.ts';

const maxBytes = 32 * 1024;

export function monthlyStatementRoutes(deps: Dependencies): Hono {
  return new Hono().post('/', async (c) => {
    const sender = await requireDevice(c, deps);
    const { statement } = await readJson(c, monthlyStatementRequestSchema, maxBytes);
    const receiptDay = shanghaiDate(sender.receivedAt);
    if (statement.month > receiptDay.slice(0, 7)) {
      throw new Refusal('invalid-request', [
        { pointer: '/statement/month', detail: '这个月还没有开始，请核对月份。' },
      ]);
    }
    const filed = await deps.store.fileMonthlyStatement(sender, statement, receiptDay);
    if (filed.status === 'conflict') throw new Refusal('zero-report-conflict');
    const answer: MonthlyStatementAnswer = { protocol: protocolVersion, ...filed };
    return c.json(answer, filed.status === 'created' ? 201 : 200);
  });
}
