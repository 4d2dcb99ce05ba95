/** The penalty form (行政处罚填报): an empty frame that the page's script fills with Element Plus. */
import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';

/** The page; its fields and the draft come from `GET /api/penalty/form`. */
export function penaltyPage(unit: string): Markup {
  return layout({
    title: '行政处罚填报',
    unit,
    head: html`<link rel="stylesheet" href="/assets/element-plus.css" />
      <script src="/assets/vue.global.prod.js"></script>
      <script src="/assets/element-plus.js"></script>
      <script src="/assets/element-plus-zh-cn.js"></script>
      <script src="/assets/penalty.js" defer></script>`,
    body: html`<div id="app">页面加载中……</div>
      <noscript>行政处罚填报需要启用浏览器的 JavaScript，请启用后刷新页面。</noscript>`,
  });
}
