/* global Vue, ElementPlus, ElementPlusLocaleZhCn */
// The penalty form. It asks the server for the fields, so that one list serves page and checks.

const template = `
  <el-form ref="form" :key="round" :model="values" :rules="rules" label-width="200px" v-loading="busy">
    <template v-for="group in groups" :key="group.title">
      <el-divider content-position="left">{{ group.title }}</el-divider>
      <el-row :gutter="12">
        <el-col v-for="field in group.fields.filter(isShown)" :key="field.name" :span="field.wide ? 24 : 12">
          <el-form-item :label="field.label" :prop="field.name">
            <el-input v-if="field.control === 'text'" v-model="values[field.name]" :maxlength="field.maxLength"
              :placeholder="'请输入' + field.label" clearable />
            <el-input v-else-if="field.control === 'textarea'" v-model="values[field.name]" type="textarea"
              :rows="3" :maxlength="field.maxLength" show-word-limit :placeholder="'请输入' + field.label" />
            <el-select v-else-if="field.control === 'select'" v-model="values[field.name]" placeholder="请选择" clearable>
              <el-option v-for="option in field.options" :key="option.value" :label="option.label" :value="option.value" />
            </el-select>
            <el-select v-else-if="field.control === 'multiselect'" v-model="values[field.name]" multiple placeholder="请选择（可多选）">
              <el-option v-for="option in field.options" :key="option.value" :label="option.label" :value="option.value" />
            </el-select>
            <el-input-number v-else-if="field.control === 'amount'" v-model="values[field.name]" :min="0"
              :precision="6" :step="0.1" controls-position="right" style="width: 100%" />
            <el-date-picker v-else-if="field.control === 'date'" v-model="values[field.name]" type="date"
              value-format="YYYY-MM-DD" placeholder="选择日期" style="width: 100%" />
          </el-form-item>
        </el-col>
      </el-row>
    </template>
    <div class="buttons">
      <el-button @click="saveDraft">暂存</el-button>
      <el-button @click="reset">重置</el-button>
      <el-button type="primary" :loading="busy" @click="submit">提交上报</el-button>
    </div>
  </el-form>
`;

function blankOf(control) {
  if (control === 'multiselect') return [];
  return control === 'amount' ? undefined : '';
}

const app = Vue.createApp({
  template,
  data: () => ({ groups: [], values: {}, busy: true, round: 0 }),
  computed: {
    isPerson() {
      return this.values.partyType === '自然人';
    },
    rules() {
      const shown = this.groups.flatMap((group) => group.fields).filter((field) => field.required);
      return Object.fromEntries(
        shown.map((field) => [
          field.name,
          [{ required: true, message: `${field.label}不能为空`, trigger: ['blur', 'change'] }],
        ]),
      );
    },
  },
  async mounted() {
    const answer = await this.request('/api/penalty/form');
    if (answer === undefined) return;
    this.groups = answer.groups;
    this.values = { ...this.blank(), ...answer.draft };
    this.busy = false;
  },
  methods: {
    blank() {
      const fields = this.groups.flatMap((group) => group.fields);
      return Object.fromEntries(fields.map(({ name, control }) => [name, blankOf(control)]));
    },
    isShown(field) {
      return field.appliesTo === undefined || (field.appliesTo === 'person') === this.isPerson;
    },
    async request(url, body) {
      this.busy = true;
      try {
        const response = await globalThis.fetch(
          url,
          body && {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(body),
          },
        );
        const answer = await response.json();
        if (answer.errorCode === 200) return answer;
        ElementPlus.ElMessage.error(answer.errorMsg);
      } catch {
        ElementPlus.ElMessage.error('无法连接平台，请检查网络后重试');
      } finally {
        this.busy = false;
      }
      return undefined;
    },
    shownValues() {
      const fields = this.groups.flatMap((group) => group.fields).filter(this.isShown);
      return Object.fromEntries(fields.map(({ name }) => [name, this.values[name] ?? null]));
    },
    reset() {
      this.values = this.blank();
      // A new form: the old one would go on to check the fields that were emptied under it.
      this.round += 1;
    },
    async saveDraft() {
      const answer = await this.request('/api/penalty/draft', this.shownValues());
      if (answer !== undefined) ElementPlus.ElMessage.success('暂存成功');
    },
    async submit() {
      const complete = await this.$refs.form.validate().catch(() => false);
      if (!complete) {
        ElementPlus.ElMessage.error('请先填写标红的必填项');
        return;
      }
      const answer = await this.request('/api/penalty', this.shownValues());
      if (answer === undefined) return;
      ElementPlus.ElMessage.success(`提交成功，受理编号 ${answer.number}`);
      this.reset();
    },
  },
});

app.use(ElementPlus, { locale: ElementPlusLocaleZhCn });
app.mount('#app');
