/**
 * Whether there is still time (`X20`): seven working days by 发改办财金〔2018〕424号, fewer by the city's own
 * notice (`X20-L`). Counted by `shared/calendar`, from where `timelyFrom` comes; never of history.
 */
import { isDate } from '../standards/written.ts';
import type { Inspection } from './inspection.ts';

export function inspectTimeliness(record: Inspection): void {
  const { timelyFrom, reportingSince, isHistory } = record.context;
  const decided = record.value('decisionDate');
  if (!timelyFrom || isHistory === true || !isDate(decided)) return;
  if (decided < (reportingSince ?? '')) return;
  const late = decided < timelyFrom.national;
  if (!late && decided >= timelyFrom.local) return;
  const since = late ? timelyFrom.national : timelyFrom.local;
  record.report(
    late ? 'X20' : 'X20-L',
    ['decisionDate'],
    `%1${decided}已超过${late ? '7个工作日，属迟报' : '本市要求的天数'}：今天报送，${since}及以后决定的才及时，请尽快报送。${late ? timelyFrom.caution : ''}`,
  );
}
