/* A form of layui, as its users write them: two labelled boxes in a row, and all redrawn by form.render. */
const fields = fieldsOf(kind);

const box = (type, { id }, { value, label }) =>
  type === 'radio'
    ? `<input type="radio" name="${id}" value="${value}" title="${label}" />`
    : `<input type="checkbox" name="${id}[${value}]" value="${value}" title="${label}" lay-skin="primary" />`;

function control(field) {
  const { id, widget, options, required } = field;
  const verify = required && field.of[1] ? ' lay-verify="required"' : '';
  if (id === 'status') {
    return `<input type="checkbox" name="status" lay-skin="switch" lay-text="有效|无效" title="有效|无效" />`;
  }
  if (widget === 'radio') return options.map((one) => box('radio', field, one)).join('');
  if (widget === 'multiple') return options.map((one) => box('checkbox', field, one)).join('');
  if (widget === 'select') {
    const search = id === 'legalRepresentativeDocumentType' ? ' lay-search' : '';
    return `<select name="${id}" lay-filter="${id}"${search}>${optionsHtml(options)}</select>`;
  }
  if (widget === 'textarea') {
    return `<textarea class="layui-textarea" name="${id}" placeholder="请输入"></textarea>`;
  }
  const readonly = widget === 'date' ? ' readonly placeholder="yyyy-MM-dd"' : '';
  return `<input class="layui-input" name="${id}" autocomplete="off"${verify}${readonly} />`;
}

const label = ({ label, required }) =>
  `<label class="layui-form-label" style="width:190px">${required ? '<span style="color:red">*</span>' : ''}${label}</label>`;
const wide = (field) => ['textarea', 'multiple', 'radio'].includes(field.widget);

document.querySelector('form').innerHTML =
  rowsOf(fields)
    .map((row) => {
      if (row.heading) return `<h3 style="margin:10px">${row.heading}</h3>`;
      const cells = row.fields.some(wide)
        ? row.fields.map(
            (field) =>
              `<div class="layui-form-item">${label(field)}<div class="layui-input-block" style="margin-left:220px">${control(field)}</div></div>`,
          )
        : [
            `<div class="layui-form-item">${row.fields
              .map(
                (field) =>
                  `<div class="layui-inline">${label(field)}<div class="layui-input-inline" style="width:280px">${control(field)}</div></div>`,
              )
              .join('')}</div>`,
          ];
      return cells.join('');
    })
    .join('') +
  `<div class="layui-form-item"><div class="layui-input-block">
    <button class="layui-btn" lay-submit lay-filter="save">提交</button>
    <button type="reset" class="layui-btn layui-btn-primary">重置</button></div></div>`;

layui.use(['form', 'laydate', 'layer'], () => {
  const { form, laydate, layer } = layui;
  const dates = {};
  form.render();
  for (const { id } of fields.filter(({ widget }) => widget === 'date')) {
    const type = id === 'validUntil' ? 'datetime' : 'date';
    laydate.render({ elem: `[name=${id}]`, type, done: (text) => (dates[id] = text) });
  }
  form.on('select(subjectCategory)', async ({ value }) => {
    const field = fields.find((one) => one.linked);
    const options = await askDictionary(field, value);
    document.querySelector(`[name=${field.id}]`).innerHTML = optionsHtml(options);
    form.render('select');
  });
  form.on('submit(save)', ({ field: held }) => {
    const model = {};
    for (const { id, widget } of fields) {
      if (id === 'status') model[id] = held[id] ? '1' : '0';
      else if (widget === 'date') model[id] = (dates[id] || '').slice(0, 10);
      else if (widget === 'multiple') {
        model[id] = Object.keys(held)
          .filter((name) => name.startsWith(`${id}[`))
          .map((name) => held[name]);
      } else model[id] = held[id];
    }
    platform.send(model).then(() => layer.msg('提交成功', { icon: 1 }));
    return false;
  });
});
