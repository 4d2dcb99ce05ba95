import { describe, expect, it } from 'vitest';
import { templateValues } from './template.ts';

describe('templateValues', () => {
  it('keeps what is the same from one licence to the next', () => {
    expect(
      templateValues('licence', {
        documentTitle: '食品经营许可决定书',
        licenceCategory: '普通',
        authorityName: '示例市市场监督管理局',
        remarks: '  ',
      }),
    ).toEqual({
      documentTitle: '食品经营许可决定书',
      licenceCategory: '普通',
      authorityName: '示例市市场监督管理局',
    });
  });

  it('leaves out the subject and what belongs to one decision', () => {
    expect(
      templateValues('penalty', {
        subjectName: '示例市云溪商贸有限公司',
        subjectCategory: 'legalPerson',
        unifiedSocialCreditCode: '91420200MA4900002A',
        legalRepresentative: '示例甲',
        legalRepresentativeDocumentNumber: '420202199003070016',
        documentNumber: '示市监罚〔2026〕5号',
        violationFacts: '未按规定标注生产日期',
        decisionDate: '2026-11-02',
        validUntil: '2027-11-02',
        penaltyCategory: '警告',
      }),
    ).toEqual({ penaltyCategory: '警告' });
  });

  it('leaves out a value in which an identity number stands', () => {
    expect(templateValues('licence', { remarks: '联系人 420202199003070016' })).toEqual({});
  });
});
