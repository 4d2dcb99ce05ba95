/*
 * Forms as older platforms draw them, from the fields of `platform`: each page renders them with the
 * widgets of its own library and posts what those hold.
 */
const headings = { subjectName: '行政相对人信息', documentTitle: '行政许可信息' };

/** The fields of a form, for every subject at once: what is not asked of one stays blank. */
const fieldsOf = (kind) =>
  platform.forms[kind].map((field) => ({
    ...field,
    heading:
      kind === 'penalty' && field.id === 'documentNumber' ? '行政处罚信息' : headings[field.id],
    // The platform asks its dictionary for these once the category is chosen.
    linked: field.id === 'subjectDocumentType' ? field.options : null,
    options: field.id === 'subjectDocumentType' ? [] : field.options,
  }));

/** The options of a linked field for a category: they come a while later, and are none for most. */
const askDictionary = (field, category) =>
  new Promise((done) => setTimeout(() => done(category === '01' ? field.linked : []), 400));

const optionsHtml = (options) =>
  `<option value="">请选择</option>` +
  options.map(({ value, label }) => `<option value="${value}">${label}</option>`).join('');

/** Has a select's options follow the category, with handlers of `change` alone. */
function linkSelects(form, fields) {
  const field = fields.find((one) => one.linked);
  form.elements.subjectCategory.addEventListener('change', async (event) => {
    const options = await askDictionary(field, event.target.value);
    form.elements[field.id].innerHTML = optionsHtml(options);
  });
}

/** Rows of two fields each; a heading and a long text stand in rows of their own. */
function rowsOf(fields) {
  const rows = [];
  let open = null;
  for (const field of fields) {
    if (field.heading) {
      rows.push({ heading: field.heading });
      open = null;
    }
    if (open && field.widget !== 'textarea') {
      open.fields.push(field);
      open = null;
    } else {
      open = { fields: [field] };
      rows.push(open);
      if (field.widget === 'textarea') open = null;
    }
  }
  return rows;
}

/** A table of label cells and value cells, as server-rendered platforms draw forms. */
function tableHtml(fields, control) {
  const cells = (field, span) =>
    `<td class="label">${field.required ? '<i>*</i>' : ''}${field.label}：</td>` +
    `<td class="value"${span}>${control(field)}</td>`;
  return rowsOf(fields)
    .map((row) => {
      if (row.heading) return `<tr><th colspan="4" class="group">${row.heading}</th></tr>`;
      const span = row.fields.length === 1 ? ' colspan="3"' : '';
      return `<tr>${row.fields.map((field) => cells(field, span)).join('')}</tr>`;
    })
    .join('');
}

/** Plain controls, for the fields that a page has no widget of its own for. */
function plainControl({ id, widget, options }) {
  if (widget === 'radio') {
    return options
      .map(
        ({ value, label }) =>
          `<label><input type="radio" name="${id}" value="${value}" /> ${label}</label> `,
      )
      .join('');
  }
  if (widget === 'multiple') {
    return options
      .map(
        ({ value, label }) =>
          `<label><input type="checkbox" name="${id}" value="${value}" /> ${label}</label> `,
      )
      .join('');
  }
  if (widget === 'select') return `<select name="${id}">${optionsHtml(options)}</select>`;
  if (widget === 'textarea') return `<textarea name="${id}" rows="2"></textarea>`;
  return `<input type="text" name="${id}" />`;
}

/** What the plain controls of a form hold; several boxes of one name as a list. */
function plainModel(form, fields) {
  const data = new FormData(form);
  return Object.fromEntries(
    fields.map(({ id, widget }) => [
      id,
      widget === 'multiple' ? data.getAll(id) : (data.get(id) ?? ''),
    ]),
  );
}

/** Sends what the page's own model holds, and says so as the platform does. */
async function sendModel(model) {
  await platform.send(model);
  const note = document.createElement('div');
  note.className = 'notice';
  note.textContent = '保存成功';
  document.body.append(note);
}
