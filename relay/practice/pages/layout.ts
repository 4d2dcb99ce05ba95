/** The frame around every page: the banner, the mark 演练, the menu and the reporting unit. */
import { html } from 'hono/html';

/** A piece of escaped HTML. */
export type Markup = ReturnType<typeof html>;

/** What a page brings to the frame. */
export interface Page {
  readonly title: string;
  /** Name of the reporting unit, once it is chosen. */
  readonly unit?: string | undefined;
  /** Style sheets and scripts of the page besides the common style sheet. */
  readonly head?: Markup;
  readonly body: Markup;
}

const menu: readonly (readonly [string, string])[] = [
  ['/', '首页'],
  ['/licence/new', '行政许可填报'],
  ['/penalty/new', '行政处罚填报'],
  ['/zero', '本周无数据'],
  ['/records', '已报数据'],
  ['/results.xlsx', '结果下载'],
];

/** A whole page. */
export function layout({ title, unit, head, body }: Page): Markup {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>${title} - 云溪市信用信息报送平台（演练）</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/practice.css" />
        ${head}
      </head>
      <body>
        <div class="banner">
          <span class="banner-title">云溪市信用信息报送平台</span>
          <span class="banner-mark">演练</span>
          <span class="banner-unit">
            ${unit === undefined ? '未选择报送单位' : html`报送单位：${unit}`}
          </span>
        </div>
        <div class="practice-note">
          演练环境：本平台为虚构，仅供练习。数据只存在内存中，停止后即清空；请勿填写真实信息。
        </div>
        <ul class="menu">
          ${menu.map(([href, label]) => html`<li><a href="${href}">${label}</a></li>`)}
        </ul>
        <div class="page">
          <h1 class="page-title">${title}</h1>
          ${body}
        </div>
        <div class="footer">云溪市信用信息报送平台（演练） · 虚构站点，与任何真实机构无关</div>
      </body>
    </html>`;
}
