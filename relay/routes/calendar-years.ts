/** Calendar years (放假安排): the administrator enters one when its notice is out; devices fetch them. */
import { Hono } from 'hono';
import { YearFileRefusal, yearFromJson } from '@baosong/shared/calendar/year-file.ts';
import type { CalendarYearsAnswer } from '@baosong/shared/protocol/calendar-years.ts';
import { protocolVersion } from '@baosong/shared/protocol/messages.ts';
import type { Dependencies } from '../dependencies.ts';
import { readForm } from '../form-body.ts';
import { requireDevice, requireSession } from '../identity.ts';
import { calendarYearsPage } from '../pages/calendar-years.ts';

/** For devices. */
export function calendarYearRoutes(deps: Dependencies): Hono {
  return new Hono().get('/', async (c) => {
    await requireDevice(c, deps);
    const answer: CalendarYearsAnswer = {
      protocol: protocolVersion,
      years: await deps.store.listCalendarYears(),
    };
    return c.json(answer);
  });
}

/** For the administrator. */
export function calendarYearPageRoutes(deps: Dependencies): Hono {
  const { store, now } = deps;
  return new Hono()
    .get('/', async (c) => {
      const holder = await requireSession(c, deps);
      const years = await store.listCalendarYears();
      return c.html(calendarYearsPage({ holder, years, written: '', faults: [] }));
    })
    .post('/', async (c) => {
      const holder = await requireSession(c, deps);
      const form = await readForm(c);
      const written = form.get('arrangement') ?? '';
      const faults: string[] = [];
      try {
        const { year, doubts } = yearFromJson(written);
        if (doubts.length === 0 || form.get('confirmed') === 'yes') {
          await store.putCalendarYear(year, holder.administratorId, now().toISOString());
          return c.redirect('/calendar', 303);
        }
        faults.push(...doubts);
      } catch (error) {
        if (!(error instanceof YearFileRefusal)) throw error;
        faults.push(error.message);
      }
      const years = await store.listCalendarYears();
      return c.html(calendarYearsPage({ holder, years, written, faults }), 422);
    });
}
