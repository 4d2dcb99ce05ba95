/* A form of Element UI, whichever version; `kind` and `own`, its own widgets by field id, are its page's. */
const template = `
<el-form :model="form" label-width="300px">
  <el-form-item v-for="f in fields" :key="f.id" :label="f.label" :required="f.required">
    <el-select v-if="f.widget === 'select'" v-model="form[f.id]" placeholder="请选择">
      <el-option v-for="o in f.options" :key="o.value" v-bind="o"></el-option>
    </el-select>
    <el-select v-else-if="f.widget === 'search'" v-model="form[f.id]" filterable clearable>
      <el-option v-for="o in f.options" :key="o.value" v-bind="o"></el-option>
    </el-select>
    <el-radio-group v-else-if="f.widget === 'radio'" v-model="form[f.id]">
      <el-radio v-for="o in f.options" :key="o.value" :label="o.value"
        >{{ o.label }}</el-radio
      >
    </el-radio-group>
    <el-radio-group v-else-if="f.widget === 'buttons'" v-model="form[f.id]">
      <el-radio-button v-for="o in f.options" :key="o.value" :label="o.value"
        >{{ o.label }}</el-radio-button
      >
    </el-radio-group>
    <el-switch
      v-else-if="f.widget === 'switch'"
      v-model="form[f.id]"
      active-value="1"
      active-text="有效"
      inactive-value="0"
      inactive-text="无效"
    ></el-switch>
    <el-date-picker
      v-else-if="f.widget === 'date'"
      v-model="form[f.id]"
      type="date"
      value-format="yyyy-MM-dd"
      format="yyyy/MM/dd"
    ></el-date-picker>
    <el-date-picker
      v-else-if="f.widget === 'range'"
      v-model="form.validity"
      type="daterange"
      value-format="yyyy-MM-dd"
      start-placeholder="开始日期"
      end-placeholder="结束日期"
    ></el-date-picker>
    <el-date-picker
      v-else-if="f.widget === 'time'"
      v-model="form[f.id]"
      type="datetime"
      value-format="yyyy-MM-dd"
      format="yyyy年MM月dd日 HH:mm"
    ></el-date-picker>
    <el-cascader
      v-else-if="f.widget === 'tree'"
      v-model="form[f.id]"
      :options="[{ value: 'other', label: '其他', children: [{ value: 'none', label: '无证件' }] }, { value: 'kinds', label: '证件', children: f.options }]"
      filterable
    ></el-cascader>
    <el-select v-else-if="f.widget === 'multiple'" v-model="form[f.id]" multiple collapse-tags>
      <el-option v-for="o in f.options" :key="o.value" v-bind="o"></el-option>
    </el-select>
    <el-input
      v-else-if="f.widget === 'textarea'"
      v-model="form[f.id]"
      type="textarea"
    ></el-input>
    <el-input v-else v-model="form[f.id]"></el-input>
  </el-form-item>
  <el-form-item
    ><el-button type="primary" @click="submit">提交</el-button
    ><el-button>取消</el-button></el-form-item
  >
</el-form>
`;
/** A tree of options tells the way to what was chosen in it. */
const leaf = (value, id) => (own[id] === 'tree' ? value?.[value.length - 1] : value);
/** A tree and a choice of several begin with nothing chosen in them. */
const blank = ({ id, widget }) =>
  [own[id], widget].some((one) => /tree|multiple/.test(one)) ? [] : undefined;
new Vue({
  el: '#app',
  template,
  data: () => ({
    form: Object.fromEntries([
      ...platform.forms[kind].map((field) => [field.id, blank(field)]),
      ['validity', undefined],
    ]),
  }),
  computed: {
    fields() {
      return platform.fields(kind, this.form.subjectCategory, own);
    },
  },
  methods: {
    submit() {
      const { validity, ...form } = this.form;
      const model = Object.fromEntries(
        Object.entries(form).map(([id, value]) => [id, leaf(value, id)]),
      );
      return platform.send({
        ...model,
        ...(validity && { validFrom: validity[0], validUntil: validity[1] }),
      });
    },
  },
});
