/** The pages that are measured, as a platform would serve them. */
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><body>${body}</body></html>`;

const rows = 5_000;
const table = Array.from(
  { length: rows },
  (_, place) =>
    `<tr><td>${place + 1}</td><td>示例市第 ${place + 1} 号商行</td><td>云示许〔2026〕${place + 1}号</td><td>普通</td><td>2026-01-05</td><td><a href="#">查看</a></td></tr>`,
).join('');

/** Label and column code of a licence form with thirty fields. */
const licence = [
  ['行政相对人名称', 'XK_XDR_MC'],
  ['行政相对人类别', 'XK_XDR_LB'],
  ['统一社会信用代码', 'XK_XDR_SHXYM'],
  ['工商注册号', 'XK_XDR_GSZC'],
  ['组织机构代码', 'XK_XDR_ZZJG'],
  ['税务登记号', 'XK_XDR_SWDJ'],
  ['事业单位证书号', 'XK_XDR_SYDW'],
  ['社会组织登记证号', 'XK_XDR_SHZZ'],
  ['法定代表人', 'XK_FRDB'],
  ['法定代表人证件类型', 'XK_FR_ZJLX'],
  ['法定代表人证件号码', 'XK_FR_ZJHM'],
  ['证件类型', 'XK_XDR_ZJLX'],
  ['证件号码', 'XK_XDR_ZJHM'],
  ['行政许可决定文书名称', 'XK_XKWS'],
  ['行政许可决定文书号', 'XK_WSH'],
  ['许可类别', 'XK_XKLB'],
  ['许可证书名称', 'XK_XKZS'],
  ['许可编号', 'XK_XKBH'],
  ['许可内容', 'XK_NR'],
  ['许可决定日期', 'XK_JDRQ'],
  ['有效期自', 'XK_YXQZ'],
  ['有效期至', 'XK_YXQZI'],
  ['许可机关', 'XK_XKJG'],
  ['许可机关统一社会信用代码', 'XK_XKJGDM'],
  ['当前状态', 'XK_ZT'],
  ['数据来源单位', 'XK_LYDW'],
  ['数据来源单位统一社会信用代码', 'XK_LYDWDM'],
  ['备注', 'BZ'],
  ['经办人', 'operator'],
  ['联系电话', 'phone'],
] as const;

const form = licence
  .map(
    ([label, code]) =>
      `<tr><th><label for="${code}">${label}</label></th><td><input id="${code}" name="${code}"></td></tr>`,
  )
  .join('');

const pages: Readonly<Record<string, string>> = {
  '/table': page('数据列表', `<table>${table}</table>`),
  '/form': page(
    '行政许可信息填报',
    `<form method="post" action="/form"><table>${form}</table><button>提交</button></form>`,
  ),
  '/empty': page('首页', '<main></main>'),
};

/** Serves the pages on a free port of this machine. */
export async function serveBenchPages(): Promise<{ port: number; server: Server }> {
  const server = createServer((request, response) => {
    const body = pages[new URL(request.url ?? '/', 'http://127.0.0.1').pathname];
    response.statusCode = body === undefined ? 404 : 200;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(body ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { port: (server.address() as AddressInfo).port, server };
}
