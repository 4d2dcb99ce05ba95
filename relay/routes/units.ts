/** Units (单位): the list, new ones, and enrolment codes for their devices. */
import { Hono } from 'hono';
import { shanghaiDate } from '@baosong/shared/calendar/dates.ts';
import { isValid, normalize } from '@baosong/shared/identifiers/uscc.ts';
import { doublePublicityKinds } from '@baosong/shared/standards/index.ts';
import { namesFault, namesIn } from '../catalogue-form.ts';
import type { Dependencies } from '../dependencies.ts';
import { readForm } from '../form-body.ts';
import { requireSession } from '../identity.ts';
import { enrolmentCodePage, unitsPage } from '../pages/units.ts';
import type { UnitEntries } from '../pages/units.ts';
import { listed, Refusal } from '../problems.ts';
import { newEnrolmentCode } from '../secrets.ts';
import type { NewUnit } from '../store/port.ts';

const codeDays = 7;
const longestName = 100;
const longestDistrict = 50;

export function unitRoutes(deps: Dependencies): Hono {
  const { store, now } = deps;
  const list = (unitId: string | null = null) =>
    store.listUnits(shanghaiDate(now().toISOString()), unitId);

  return new Hono()
    .get('/', async (c) => {
      const holder = await requireSession(c, deps);
      const entries: UnitEntries = { unit: emptyUnit, errors: {} };
      return c.html(unitsPage({ holder, units: await list(), entries }));
    })
    .post('/', async (c) => {
      const holder = await requireSession(c, deps);
      const unit = unitOf(await readForm(c));
      let errors = faults(unit);
      if (Object.keys(errors).length === 0) {
        const created = await store.createUnit(unit, holder.administratorId, now().toISOString());
        if (created) return c.redirect('/units', 303);
        errors = { unifiedSocialCreditCode: listed('unit-exists').detail };
      }
      const entries: UnitEntries = { unit, errors };
      return c.html(unitsPage({ holder, units: await list(), entries }), 422);
    })
    .post('/:id/enrolment-codes', async (c) => {
      const holder = await requireSession(c, deps);
      const at = now();
      const expires = new Date(at.getTime() + codeDays * 24 * 3_600_000);
      const [unit] = await list(c.req.param('id'));
      if (!unit) throw new Refusal('not-found');
      const code = newEnrolmentCode();
      await store.issueEnrolmentCode({
        unitId: unit.id,
        codeHash: code.hash,
        by: holder.administratorId,
        at: at.toISOString(),
        expiresAt: expires.toISOString(),
      });
      const expiresAt = expires.toISOString();
      return c.html(enrolmentCodePage({ holder, unit, code: code.text, expiresAt }), 201);
    });
}

const emptyUnit: NewUnit = {
  name: '',
  unifiedSocialCreditCode: '',
  district: '',
  kinds: doublePublicityKinds.slice(),
  otherItems: [],
};

function unitOf(form: URLSearchParams): NewUnit {
  const chosen = form.getAll('kinds');
  return {
    name: form.get('name')?.trim() ?? '',
    unifiedSocialCreditCode: normalize(form.get('unifiedSocialCreditCode') ?? ''),
    district: form.get('district')?.trim() ?? '',
    kinds: doublePublicityKinds.filter((kind) => chosen.includes(kind)),
    otherItems: namesIn(form.get('otherItems') ?? ''),
  };
}

function faults(unit: NewUnit): UnitEntries['errors'] {
  const { name, unifiedSocialCreditCode, district, kinds, otherItems } = unit;
  const wrongItems = namesFault(otherItems);
  return {
    ...((name === '' || name.length > longestName) && {
      name: `请填写单位全称，不超过 ${String(longestName)} 个字。`,
    }),
    ...(!isValid(unifiedSocialCreditCode) && {
      unifiedSocialCreditCode: '统一社会信用代码不正确，请对照证书核对 18 位代码。',
    }),
    ...((district === '' || district.length > longestDistrict) && {
      district: `请填写所属区划，不超过 ${String(longestDistrict)} 个字。`,
    }),
    ...(kinds.length === 0 &&
      otherItems.length === 0 && { kinds: '请至少选择一种报送的信息类别。' }),
    ...(wrongItems !== undefined && { otherItems: wrongItems }),
  };
}
