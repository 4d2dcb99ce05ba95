/** A unit's catalogue (报送目录), for the administrator; devices get it with their unit's reports. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { linesIn, linesOf, readLines } from '../catalogue-form.ts';
import type { Dependencies } from '../dependencies.ts';
import { readForm } from '../form-body.ts';
import { requireSession } from '../identity.ts';
import { cataloguePage } from '../pages/catalogue.ts';
import { Refusal } from '../problems.ts';
import type { UnitProfile } from '../store/port.ts';

export function catalogueRoutes(deps: Dependencies): Hono {
  const { store, now } = deps;

  async function unitOf(c: Context): Promise<UnitProfile> {
    const today = shanghaiDate(now().toISOString());
    const [unit] = await store.listUnits(today, c.req.param('id') ?? '');
    if (!unit) throw new Refusal('not-found');
    return unit;
  }

  return new Hono()
    .get('/:id/catalogue', async (c) => {
      const holder = await requireSession(c, deps);
      const unit = await unitOf(c);
      const lines = linesOf(await store.catalogueOf(unit.id));
      return c.html(cataloguePage({ holder, unit, lines, faults: [] }));
    })
    .post('/:id/catalogue', async (c) => {
      const holder = await requireSession(c, deps);
      const unit = await unitOf(c);
      const lines = linesIn(await readForm(c));
      const read = readLines(lines);
      if ('faults' in read) {
        return c.html(cataloguePage({ holder, unit, lines, faults: read.faults }), 422);
      }
      const at = now().toISOString();
      await store.putCatalogue(unit.id, read.items, holder.administratorId, at);
      return c.redirect(`/units/${unit.id}/catalogue`, 303);
    });
}
