/**
 * What platforms refuse beyond the national standard, as far as it is known. A profile is chosen by the
 * clerk or the preset of a jurisdiction; without one only national rules apply.
 */
import type { PlatformProfile } from '../validation/platform-profile.ts';

/** Patterns that are narrower than the standard; see `suzhouProfile`. */
const suzhouForms: PlatformProfile['forms'] = [
  {
    fields: ['unifiedSocialCreditCode'],
    pattern: '^[1-9A-GY][1239][1-5][0-9]{5}[0-9A-HJ-NPQRTUWXY]{10}$',
    advice: '平台的代码规则不认第二位为4、5的机构和西北地区的代码，请把代码报给信用中心补录',
  },
  {
    fields: ['registrationNumber'],
    pattern: '^\\d{15}$',
    advice: '平台只收15位数字，旧注册号请写在备注里',
  },
];

/**
 * Suzhou's public credit information platform and others of its make, by the patterns that its published
 * source checks with. Its pattern for unified codes knows neither lawyers' offices (34, 35) nor rural
 * collectives (N1), nor the north-west (regions 6x); its word list has 其他 without words of one's own.
 */
export const suzhouProfile: PlatformProfile = {
  id: 'suzhou',
  name: '苏州公共信用信息平台同类系统',
  bytes: 'utf8',
  refusedCharacters: '`~!@#$^&*=|{}\':;"\\[]<>?！￥…—【】‘’；：”“，、％',
  lastPickableDate: '2099-12-30',
  forms: [
    ...suzhouForms,
    {
      fields: ['licenceCategory'],
      pattern: '^(?!其他-)',
      advice: '平台只收“其他”两个字，请在平台上选“其他”，具体类别写在备注里',
    },
  ],
};

/** The practice platform (演练平台), whose checks are like those. */
export const practiceProfile: PlatformProfile = {
  id: 'practice',
  name: '演练平台',
  bytes: null,
  refusedCharacters: '',
  lastPickableDate: null,
  forms: suzhouForms,
};

/** The profiles that can be chosen. */
export const platformProfiles: readonly PlatformProfile[] = [suzhouProfile, practiceProfile];
