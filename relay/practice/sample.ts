/**
 * A clerk's workbook to practise with (练习用表格): made-up licences and penalties of the last days, in a
 * clerk's own column order and words, with the slips that a real one has. Identifiers are synthetic.
 *
 * Slips put in on purpose: licence 4 has a wrong check digit in its unified social credit code, penalty 3
 * one in a resident ID, licence 9 is dated after today. Licence 6 and penalty 5 name a subject as it was
 * called before it was renamed (`subjects.ts`), which no check on the desk can know; the platform sends
 * them back.
 */
import { addDays, weekOf } from '@baosong/shared/calendar/dates.ts';
import type { Table } from '@baosong/shared/workbook/table.ts';
import { writeTables } from '@baosong/shared/workbook/table.ts';

const authority = { name: '云溪市城市管理局', code: '11420200011012349Q' };

type Row = readonly (string | number)[];

/** A decision of so many days ago, but of this week, so that a zero report for it would be wrong. */
function decidedOn(today: string, age: number): string {
  const monday = weekOf(today).start;
  const day = addDays(today, -age);
  return day < monday ? monday : day;
}

/** 相对人名称, 代码, 法定代表人, 许可内容, days since the decision. */
const licences: readonly [string, string, string, string, number][] = [
  ['云溪市青禾园林绿化有限公司', '91420200MA4A103756', '周青禾', '临时占用城市绿地', 3],
  ['云溪市明德广告传媒有限公司', '91420200MA4A10746W', '许明德', '设置大型户外广告', 3],
  ['云溪市东岸市政工程有限公司', '91420200MA4A11116Y', '方东岸', '挖掘城市道路', 3],
  ['云溪市恒信建筑工程有限公司', '91420200MA4A1148AT', '沈恒信', '建筑垃圾处置', 3],
  ['云溪市云上餐饮管理有限公司', '91420200MA4A11853H', '白云上', '临时占用城市道路', 2],
  ['云溪市老街坊食品有限公司', '91420200MA4A12223K', '马老街', '设置户外招牌', 2],
  ['云溪市长河渣土运输有限公司', '91420200MA4A1259XC', '常长河', '建筑垃圾运输', 2],
  ['云溪市新光照明工程有限公司', '91420200MA4A129606', '辛新光', '城市照明设施迁移', 2],
  ['云溪市松涛物业服务有限公司', '91420200MA4A133308', '陶松涛', '临时堆放物料', -4],
  ['云溪市文昌图书发行有限公司', '91420200MA4A13701Y', '文昌', '举办户外展销', 1],
  ['云溪区小满便利店', '92420200MA4B10376Q', '满小满', '设置户外招牌', 1],
  ['云溪区春风早点铺', '92420200MA4B10747F', '冯春风', '临时占用城市道路', 1],
];

/** 当事人, 代码 or resident ID, 法定代表人, 违法行为, 罚款（元）, days since the decision. */
const penalties: readonly [string, string, string, string, number, number][] = [
  ['云溪市安居装饰有限公司', '91420200MA4A140778', '安居', '未按规定处置建筑垃圾', 5000, 3],
  ['云溪区顺达洗车行', '92420200MA4B11117H', '顺达', '占用城市道路洗车', 2000, 3],
  ['程一帆', '420202198506121031', '', '擅自在建筑物上张贴宣传品', 200, 2],
  ['云溪市锦程运输有限公司', '91420200MA4A14448Y', '金程', '运输车辆沿途遗撒', 10000, 2],
  ['云溪市好味道食品有限公司', '91420200MA4A14819M', '郝味道', '未经批准设置户外广告', 3000, 2],
  ['罗小雨', '420202199003071262', '', '占用城市道路摆摊经营', 100, 2],
  ['云溪市高峰混凝土有限公司', '91420200MA4A15184W', '高峰', '施工车辆带泥上路', 20000, 1],
  ['云溪区阿姐理发店', '92420200MA4B11483D', '贾阿姐', '擅自改变招牌位置', 500, 1],
];

function licenceRow(row: (typeof licences)[number], index: number, today: string): Row {
  const [name, code, representative, item, age] = row;
  const decided = decidedOn(today, age);
  const number = index + 101;
  return [
    index + 1,
    `云城管许〔${decided.slice(0, 4)}〕${number}号`,
    `关于准予${item}的决定`,
    name,
    code.startsWith('92') ? '个体工商户' : '法人及非法人组织',
    code,
    representative,
    '普通',
    `准予${name}${item}`,
    decided.replaceAll('-', '/'),
    decided.replaceAll('-', '/'),
    addDays(decided, 364).replaceAll('-', '/'),
    authority.name,
    authority.code,
    authority.name,
    authority.code,
    '有效',
  ];
}

function penaltyRow(row: (typeof penalties)[number], index: number, today: string): Row {
  const [name, code, representative, violation, yuan, age] = row;
  const decided = decidedOn(today, age);
  const person = representative === '';
  return [
    index + 1,
    name,
    person ? '自然人' : code.startsWith('92') ? '个体工商户' : '法人及非法人组织',
    person ? '' : code,
    representative,
    person ? '身份证' : '',
    person ? code : '',
    `云城管罚〔${decided.slice(0, 4)}〕${index + 51}号`,
    violation,
    `${decided.slice(0, 4)}年${Number(decided.slice(5, 7))}月，当事人${violation}，经责令改正后仍未改正。`,
    '《云溪市城市市容和环境卫生管理条例》第二十一条',
    '罚款',
    `罚款${yuan}元`,
    yuan / 10_000,
    `${decided.slice(0, 4)}年${Number(decided.slice(5, 7))}月${Number(decided.slice(8))}日`,
    addDays(decided, 364),
    authority.name,
    authority.code,
    authority.name,
    authority.code,
  ];
}

const column = (header: string, width: number): Table['columns'][number] => ({
  header,
  width,
  kind: 'text',
});

/** The workbook for a day (`YYYY-MM-DD` in Asia/Shanghai): one sheet of 12 licences, one of 8 penalties. */
export function sampleWorkbook(today: string): Promise<Uint8Array> {
  return writeTables([
    {
      title: '许可台账',
      columns: [
        column('序号', 6),
        column('许可决定文书号', 24),
        column('决定文书名称', 30),
        column('相对人名称', 32),
        column('相对人类别', 18),
        column('统一社会信用代码', 22),
        column('法人代表', 10),
        column('许可类别', 10),
        column('许可内容', 40),
        column('决定日期', 12),
        column('有效期起', 12),
        column('有效期止', 12),
        column('许可机关', 22),
        column('许可机关代码', 22),
        column('来源单位', 22),
        column('数据来源单位代码', 22),
        column('状态', 8),
      ],
      rows: licences.map((row, index) => licenceRow(row, index, today)),
    },
    {
      title: '处罚台账',
      columns: [
        column('序号', 6),
        column('当事人名称', 32),
        column('相对人类别', 18),
        column('统一社会信用代码', 22),
        column('法定代表人姓名', 14),
        column('证件类型', 10),
        column('身份证号', 22),
        column('处罚文号', 24),
        column('违法行为', 30),
        column('事由', 50),
        column('处罚依据', 44),
        column('处罚种类', 12),
        column('处罚结果', 16),
        column('罚款金额（万元）', 14),
        column('决定日期', 14),
        column('有效期至', 12),
        column('处罚机关', 22),
        column('处罚机关代码', 22),
        column('来源单位', 22),
        column('数据来源单位代码', 22),
      ],
      rows: penalties.map((row, index) => penaltyRow(row, index, today)),
    },
  ]);
}
