/**
 * The diagnosis (诊断信息) of a page as the clerk hands it to support: what every frame looks like and
 * what was decided, without any value. Made in the popup, since pages on plain http have no clipboard.
 */
import { browser } from 'wxt/browser';
import type { ControlDiagnosis, FormDiagnosis, FrameDiagnosis } from '../../form/diagnosis.ts';
import type { LabelSource } from '../../form/field-record.ts';
import type { Refusal } from '../../form/recognise.ts';
import { recordKindLabels } from '@baosong/shared/standards/index.ts';

const refusals: Readonly<Record<Refusal, string>> = {
  tooFewControls: '控件太少，不像报送表单',
  tooManyControls: '控件太多，像是表格',
  mostlyReadOnly: '大多数控件不能填写，像是详情页',
  query: '有查询按钮而没有提交按钮，像是查询条件',
  otherPurpose: '是信用修复、异议等别的用途，不是报送',
  tooFewFields: '认出的报送字段太少',
  smallShare: '认出的报送字段只占表单的一小部分',
  nothingTelling: '没有文书号、决定日期、类别等决定书的字段',
  eitherKind: '许可和处罚同样像，无法确定类型',
};

const sources: Readonly<Record<LabelSource, string>> = {
  label: '标签',
  aria: '无障碍名称',
  formItem: '表单项',
  cell: '左侧单元格',
  columnHead: '列头',
  sibling: '前面的文字',
  placeholder: '占位提示',
  title: '悬停提示',
  after: '后面的文字',
};

function controlLine(
  {
    labels,
    groups,
    codes,
    widget,
    shape,
    writable,
    maxLength,
    options,
    knownOptions,
    takenFor,
  }: ControlDiagnosis,
  place: number,
): string {
  const parts = [
    labels.map(({ text, source }) => `${sources[source]}「${text}」`).join(' ') || '没有标签',
    ...(groups.length > 0 ? [`分组 ${groups.join(' / ')}`] : []),
    ...(codes.length > 0 ? [`名称 ${codes.join(' ')}`] : []),
    `${widget} ${shape}${writable ? '' : ' 只读'}${maxLength === null ? '' : ` 最长 ${maxLength}`}`,
    ...(options > 0 ? [`选项 ${options} 个，标准用语：${knownOptions.join(' ') || '无'}`] : []),
    takenFor === null ? '未认出' : `认作 ${takenFor.field}（${takenFor.score.toFixed(1)} 分）`,
  ];
  return `  ${place + 1}. ${parts.join('；')}`;
}

function formLines(form: FormDiagnosis, place: number): string[] {
  const decision =
    form.kind === null
      ? `未认作报送表单${form.refusal === null ? '' : `：${refusals[form.refusal]}`}`
      : `认作${recordKindLabels[form.kind]}${form.sure ? '' : '（没有把握）'}`;
  return [
    `表单 ${place + 1}：${decision}`,
    ...form.readings.map(
      ({ kind, fields, total }) =>
        `  作为${recordKindLabels[kind]}：${fields} 个字段，${total.toFixed(1)} 分`,
    ),
    `  按钮：${form.buttons.join(' ') || '无'}`,
    ...form.controls.map(controlLine),
  ];
}

function frameLines(frame: FrameDiagnosis): string[] {
  return [
    '',
    `页面 ${frame.address}`,
    `  控件 ${frame.controls} 个；核验程序${frame.engine ? '已' : '未'}启动；组件库：${frame.families.join(' ') || '无'}`,
    ...(frame.passwordForms > 0 ? [`  含密码框的表单 ${frame.passwordForms} 个，未读取`] : []),
    ...frame.forms.flatMap(formLines),
  ];
}

/** The whole text. */
export function reportOf(
  versions: { readonly extension: string; readonly browser: string },
  frames: readonly FrameDiagnosis[],
): string {
  return [
    `报送 诊断信息（不含任何填写内容）`,
    `扩展 ${versions.extension}；浏览器 ${versions.browser}`,
    ...frames.flatMap(frameLines),
  ].join('\n');
}

/** Describes every frame of a tab in which Baosong may run. */
export async function diagnoseTab(
  tabId: number,
): Promise<readonly { readonly frameId: number; readonly diagnosis: FrameDiagnosis }[]> {
  const answers = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: ['/diagnosis.js'],
  });
  return answers.flatMap(({ frameId, result }) =>
    result ? [{ frameId, diagnosis: result as FrameDiagnosis }] : [],
  );
}

/** Puts the diagnosis of a tab into the clipboard. */
export async function copyDiagnosis(tabId: number): Promise<void> {
  const frames = (await diagnoseTab(tabId)).map(({ diagnosis }) => diagnosis);
  const versions = {
    extension: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
  };
  await navigator.clipboard.writeText(reportOf(versions, frames));
}
