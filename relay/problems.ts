/** The one list of refusals: every error that a caller can meet, as problem details of RFC 9457. */
import type { Problem } from '@baosong/shared/protocol/messages.ts';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

interface Listed {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  /** What to do about it. */
  readonly detail: string;
}

const problems = {
  'malformed-json': {
    status: 400,
    title: '正文不是有效的 JSON',
    detail: '请检查请求正文，它应是以 UTF-8 编码的 JSON。',
  },
  'protocol-version': {
    status: 400,
    title: '协议版本不相符',
    detail: '扩展与报送中继的版本不配套，请升级较旧的一方；待发送的数据会保留。',
  },
  'not-enrolled': {
    status: 401,
    title: '设备未接入',
    detail: '请在扩展的设置中用接入码重新接入报送中继。',
  },
  'not-logged-in': {
    status: 401,
    title: '未登录',
    detail: '请先登录，或带上设备的接入凭证。',
  },
  'wrong-passphrase': {
    status: 401,
    title: '用户名或口令不正确',
    detail: '请核对后重试；忘记口令的，请在服务器上运行 node relay/main.ts setup-link 重新设置。',
  },
  'wrong-code': {
    status: 403,
    title: '接入码无效',
    detail: '接入码不正确、已用过或已过期，请向管理员索取新的接入码。',
  },
  'cross-site': {
    status: 403,
    title: '请求来自其他网站',
    detail: '为防止冒用登录状态，已拒绝这次请求，请在本系统的页面上操作。',
  },
  'not-found': {
    status: 404,
    title: '没有这个地址',
    detail: '请检查地址是否完整。',
  },
  'setup-closed': {
    status: 404,
    title: '设置链接已失效',
    detail:
      '设置链接只能用一次，24 小时内有效，请在服务器上运行 node relay/main.ts setup-link 取得新的链接。',
  },
  'unit-exists': {
    status: 409,
    title: '单位已存在',
    detail: '已有单位使用这个统一社会信用代码，不必重复新建。',
  },
  'zero-report-conflict': {
    status: 409,
    title: '零报送编号重复',
    detail: '同一编号的零报送此前报过不同的内容，请重新生成后再报。',
  },
  'zero-report-contradicted': {
    status: 409,
    title: '本期已有数据，不能零报送',
    detail: '报送中继已收到决定日期在本期内的记录，请核对后按有数据报送。',
  },
  'length-required': {
    status: 411,
    title: '缺少 Content-Length',
    detail: '请在请求头中注明正文长度，不要分块发送。',
  },
  'too-large': {
    status: 413,
    title: '正文过大',
    detail: '请减少每次发送的记录数后重试。',
  },
  'not-json': {
    status: 415,
    title: '正文类型不是 JSON',
    detail: '请将 Content-Type 设为 application/json。',
  },
  'invalid-request': {
    status: 422,
    title: '请求内容不符合要求',
    detail: '请按所列位置改正后重试。',
  },
  'resident-id-in-clear': {
    status: 422,
    title: '含有明文身份证号码',
    detail: '身份证号码不得明文发送，请求已整体拒绝且未保存，请删去或遮盖所列位置的号码后重试。',
  },
  'too-many-attempts': {
    status: 429,
    title: '尝试次数过多',
    detail: '请 15 分钟后再试。',
  },
  internal: {
    status: 500,
    title: '报送中继内部错误',
    detail: '请稍后重试；数据未被确认收到的，会保留在发送方。',
  },
} as const satisfies Record<string, Listed>;

/** The name of a problem; the end of its `type`. */
export type ProblemName = keyof typeof problems;

/** A place that a problem is about. */
export type ProblemPlace = NonNullable<Problem['errors']>[number];

/** Thrown to refuse a request. */
export class Refusal extends Error {
  readonly problem: ProblemName;
  readonly errors: readonly ProblemPlace[];

  constructor(problem: ProblemName, errors: readonly ProblemPlace[] = []) {
    super(problem);
    this.name = 'Refusal';
    this.problem = problem;
    this.errors = errors;
  }
}

/** What is listed of a problem. */
export function listed(name: ProblemName): Listed {
  return problems[name];
}

/** The answer over HTTP that a refusal makes. */
export function problemResponse({ problem, errors }: Refusal): Response {
  const { status, title, detail } = listed(problem);
  const body: Problem = {
    type: `urn:baosong:problem:${problem}`,
    title,
    status,
    detail,
    ...(errors.length > 0 && { errors: [...errors] }),
  };
  const headers = new Headers({ 'Content-Type': 'application/problem+json' });
  if (problem === 'not-enrolled') headers.set('WWW-Authenticate', 'Bearer');
  if (problem === 'too-many-attempts') headers.set('Retry-After', '900');
  return new Response(JSON.stringify(body), { status, headers });
}
