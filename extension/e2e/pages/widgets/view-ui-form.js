/* A form of View UI on Vue 2 or 3; `kind`, `own` (its widgets by field id) and `blank` are its page's. */
const page = {
  template: `
    <i-form :model="form" :label-width="300">
      <form-item v-for="f in fields" :key="f.id" :label="f.label" :required="f.required">
        <i-select v-if="f.widget === 'select'" v-model="form[f.id]">
          <i-option
            v-for="o in f.options"
            :key="o.value"
            :value="o.value"
            :label="o.label"
          ></i-option>
        </i-select>
        <i-select v-else-if="f.widget === 'search'" v-model="form[f.id]" filterable clearable>
          <i-option
            v-for="o in f.options"
            :key="o.value"
            :value="o.value"
            :label="o.label"
          ></i-option>
        </i-select>
        <i-select v-else-if="f.widget === 'multiple'" v-model="form[f.id]" multiple>
          <i-option
            v-for="o in f.options"
            :key="o.value"
            :value="o.value"
            :label="o.label"
          ></i-option>
        </i-select>
        <radio-group v-else-if="f.widget === 'radio'" v-model="form[f.id]">
          <radio v-for="o in f.options" :key="o.value" :label="o.value">{{ o.label }}</radio>
        </radio-group>
        <checkbox-group v-else-if="f.widget === 'boxes'" v-model="form[f.id]">
          <checkbox v-for="o in f.options" :key="o.value" :label="o.value"
            >{{ o.label }}</checkbox
          >
        </checkbox-group>
        <i-switch
          v-else-if="f.widget === 'switch'"
          v-model="form[f.id]"
          size="large"
          true-value="1"
          false-value="0"
        >
          <span slot="open">有效</span>
          <span slot="close">无效</span>
        </i-switch>
        <date-picker
          v-else-if="f.widget === 'date'"
          type="date"
          :value="form[f.id]"
          :model-value="form[f.id]"
          @on-change="form[f.id] = $event"
          placeholder="选择日期"
        ></date-picker>
        <date-picker
          v-else-if="f.widget === 'range'"
          type="daterange"
          :value="form.validity"
          :model-value="form.validity"
          @on-change="form.validity = $event"
        ></date-picker>
        <input-number
          v-else-if="f.widget === 'number'"
          v-model="form[f.id]"
          :min="0"
          :step="0.1"
        ></input-number>
        <i-input
          v-else-if="f.widget === 'textarea'"
          v-model="form[f.id]"
          type="textarea"
        ></i-input>
        <i-input v-else v-model="form[f.id]"></i-input>
      </form-item>
      <form-item
        ><i-button type="primary" @click="submit">提交</i-button
        ><i-button>取消</i-button></form-item
      >
    </i-form>`,
  data: () => ({
    form: {
      ...Object.fromEntries(platform.forms[kind].map(({ id }) => [id, ''])),
      validity: [],
      ...blank,
    },
  }),
  computed: {
    fields() {
      return platform.fields(kind, this.form.subjectCategory, own);
    },
  },
  methods: {
    submit() {
      const { validity, ...model } = this.form;
      const [validFrom, validUntil] = validity;
      return platform.send({ ...model, ...(validFrom && { validFrom, validUntil }) });
    },
  },
};
if (Vue.createApp) Vue.createApp(page).use(ViewUIPlus).mount('#app');
else new Vue({ el: '#app', ...page });
