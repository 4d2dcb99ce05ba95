/** Complete records of made-up subjects, under column codes, as the forms take them. */
import type { FormValues } from '../form.ts';

/** A licence decided on 2026-11-20. */
export const licence: FormValues = {
  XK_WSH: '云城管许〔2026〕101号',
  XK_XKWS: '关于准予临时占用城市道路的决定',
  XK_XKLB: '01',
  XK_JDRQ: '2026/11/20',
  XK_YXQZ: '2026/11/20',
  XK_YXQZI: '2099/12/31',
  XK_XKZS: '城市道路临时占用许可证',
  XK_XKBH: 'YX-2026-101',
  XK_NR: ' 准予"清源水务"占用<1>处 & 修复；\r\n期限 30 天 ',
  XK_XDR_LB: '法人及非法人组织',
  XK_XDR_MC: '云溪市清源水务有限公司',
  XK_XDR_SHXYM: '91420200MA4YX00728',
  XK_XDR_GSZC: '420200000012345',
  XK_XDR_ZZJG: 'MA4YX0072',
  XK_XDR_SWDJ: '',
  XK_XDR_SYDW: '',
  XK_XDR_SHZZ: '',
  XK_FRDB: '江清源',
  XK_FR_ZJLX: '',
  XK_FR_ZJHM: '',
  XK_XDR_ZJLX: '',
  XK_XDR_ZJHM: '',
  XK_XKJG: '云溪市城市管理局',
  XK_XKJGDM: '11420200011012349Q',
  XK_LYDW: '云溪市城市管理局',
  XK_LYDWDM: '11420200011012349Q',
  XK_ZT: '1',
  BZ: '',
};

const decision: FormValues = {
  CF_WSH: '云城管罚〔2026〕51号',
  CF_JDRQ: '2026-11-20',
  CF_WFXW: '未按规定处置建筑垃圾',
  CF_SY: '2026年11月，当事人未按规定处置建筑垃圾。\n经责令改正后仍未改正。',
  CF_YJ: '《云溪市城市市容和环境卫生管理条例》第二十一条',
  CF_CFLB: '警告;罚款',
  CF_NR: '警告；罚款2000元',
  CF_NR_FK: '0.2',
  CF_NR_WFFF: '',
  CF_NR_ZKDX: '',
  CF_YXQ: '2027-11-20',
  CF_GSJZQ: '2027-11-20',
  CF_CFJG: '云溪市城市管理局',
  CF_CFJGDM: '11420200011012349Q',
  CF_SJLY: '云溪市城市管理局',
  CF_SJLYDM: '11420200011012349Q',
  BZ: '',
};

/** A penalty of a company, decided on 2026-11-20. */
export const companyPenalty: FormValues = {
  CF_XDR_LB: '法人及非法人组织',
  CF_XDR_MC: '云溪市清源水务有限公司',
  CF_XDR_SHXYM: '91420200MA4YX00728',
  CF_FRDB: '江清源',
  CF_FR_ZJLX: '',
  CF_FR_ZJHM: '',
  CF_XDR_GSZC: '',
  CF_XDR_ZZJG: '',
  CF_XDR_SWDJ: '',
  CF_XDR_SYDW: '',
  CF_XDR_SHZZ: '',
  CF_XDR_ZJLX: '',
  CF_XDR_ZJHM: '',
  ...decision,
};

/** The same penalty of a natural person. */
export const personPenalty: FormValues = {
  ...companyPenalty,
  CF_XDR_LB: '自然人',
  CF_XDR_MC: '程一帆',
  CF_XDR_SHXYM: '',
  CF_FRDB: '',
  CF_XDR_ZJLX: '身份证',
  CF_XDR_ZJHM: '420202199003070016',
};
