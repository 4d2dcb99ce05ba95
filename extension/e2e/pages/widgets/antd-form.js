/* A form of Ant Design, whichever version; `kind` and `own`, its own widgets by field id, are its page's. */
const h = React.createElement;
const { Button, Cascader, Checkbox, DatePicker, Form, Input, InputNumber, Radio } = antd;
const { Select, TreeSelect } = antd;
/** A list of which only a part is in the document. */
const others = Array.from({ length: 100 }, (_, i) => ({ value: `x${i}`, label: `其他证件${i}` }));
const tree = (options) => [
  { value: 'other', label: '其他', title: '其他', children: [{ value: 'none', title: '无证件' }] },
  { value: 'kinds', label: '证件', title: '证件', children: options },
];
/** Asks for units by what is typed, after a pause, as a register does. */
const Units = ({ id, value, onChange }) => {
  const [options, setOptions] = React.useState([]);
  const late = React.useRef();
  const onSearch = (words) => {
    clearTimeout(late.current);
    const answer = () =>
      setOptions(words === '' ? [] : [{ value: words }, { value: `${words}分局` }]);
    late.current = setTimeout(answer, 500);
  };
  return h(Select, {
    id,
    value,
    onChange,
    onSearch,
    options,
    showSearch: true,
    filterOption: false,
  });
};
const widgets = {
  text: () => h(Input),
  textarea: () => h(Input.TextArea, { rows: 2 }),
  number: () => h(InputNumber, { min: 0, step: 0.1, style: { width: 200 } }),
  select: (options) => h(Select, { options, placeholder: '请选择' }),
  search: (options) =>
    h(Select, { options, showSearch: true, optionFilterProp: 'label', allowClear: true }),
  multiple: (options) => h(Select, { options, mode: 'multiple', maxTagCount: 1, listHeight: 128 }),
  boxes: (options) => h(Checkbox.Group, { options }),
  radio: (options) => h(Radio.Group, { options }),
  buttons: (options) => h(Radio.Group, { options, optionType: 'button' }),
  date: () => h(DatePicker, { format: 'YYYY/MM/DD' }),
  dayFirst: () => h(DatePicker, { format: 'DD/MM/YYYY', inputReadOnly: true }),
  range: () => h(DatePicker.RangePicker),
  rangeDayFirst: () => h(DatePicker.RangePicker, { format: 'DD/MM/YYYY' }),
  time: () => h(DatePicker, { showTime: true, format: 'YYYY年MM月DD日 HH:mm' }),
  money: () =>
    h(InputNumber, {
      formatter: (value) => (value ? `¥ ${value}`.replace(/\B(?=(\d{3})+$)/g, ',') : ''),
      parser: (text) => text.replace(/[¥\s,]/g, ''),
    }),
  units: () => h(Units),
  tree: (options) => h(Cascader, { options: tree(options) }),
  dropTree: (options) =>
    h(TreeSelect, { treeData: tree(options.map(({ value, label: title }) => ({ value, title }))) }),
  long: (options) => h(Select, { options: [...others, ...options] }),
};
/** A tree tells the way to what was chosen in it. */
const leaf = (widget, value) => (widget === 'tree' ? value?.[value.length - 1] : value);
const day = (value) => value?.format?.('YYYY-MM-DD') ?? value;
const Report = () => {
  const [form] = Form.useForm();
  const category = Form.useWatch('subjectCategory', form);
  const submit = (values) => {
    const model = Object.fromEntries(
      Object.entries(values).map(([id, value]) => [id, leaf(own[id], day(value))]),
    );
    if (Array.isArray(values.validFrom))
      [model.validFrom, model.validUntil] = values.validFrom.map(day);
    return platform.send(model);
  };
  return h(
    Form,
    { form, labelCol: { span: 8 }, wrapperCol: { span: 12 }, onFinish: submit },
    platform
      .fields(kind, category, own)
      .map(({ id, label, required, widget, options }) =>
        h(Form.Item, { key: id, name: id, label, rules: [{ required }] }, widgets[widget](options)),
      ),
    h(
      Form.Item,
      { wrapperCol: { offset: 8 } },
      h(Button, { type: 'primary', htmlType: 'submit' }, '提交'),
      h(Button, null, '取消'),
    ),
  );
};
ReactDOM.createRoot(document.getElementById('app')).render(h(Report));
