/**
 * The words in which the data standard (数据标准) is written down: what a field is, for whom it
 * is required, and which values a choice admits. Standards are data; `catalogue.ts` lists them all.
 */

/**
 * Kind of record (信息类别): administrative licence (行政许可) and penalty (行政处罚); honours (表彰, 红名单),
 * the list of subjects in serious breach of trust (严重失信主体名单, 黑名单), and other credit information
 * (其他信用信息) with the key fields that 黄信用办〔2018〕5号 三(三) names.
 */
export type RecordKind = DoublePublicityKind | 'honour' | 'blacklist' | 'other';

/** The kinds of 双公示, which are reported within days and owe a weekly zero report (周零报送). */
export type DoublePublicityKind = 'licence' | 'penalty';

/** The kinds of 双公示 in the order in which screens and statistics show them. */
export const doublePublicityKinds: readonly DoublePublicityKind[] = ['licence', 'penalty'];

/** What screens call a kind. */
export const recordKindLabels: Readonly<Record<RecordKind, string>> = {
  licence: '行政许可',
  penalty: '行政处罚',
  honour: '表彰荣誉',
  blacklist: '严重失信',
  other: '其他信用信息',
};

/** Generation of the standard, by its year; see `catalogue.ts` for where each comes from. */
export type Generation = '2015' | '2018' | '2019';

/**
 * Category of the subject (行政相对人类别): legal person or unincorporated organisation
 * (法人及非法人组织), individual business (个体工商户), natural person (自然人).
 */
export type SubjectCategory = 'legalPerson' | 'individualBusiness' | 'naturalPerson';

/** The categories in the order of the standard. */
export const subjectCategories: readonly SubjectCategory[] = [
  'legalPerson',
  'individualBusiness',
  'naturalPerson',
];

/** Whether a subject of a category must, may, or must not fill a field (必填, 选填, 空白). */
export type Requirement = 'required' | 'optional' | 'blank';

/** One admitted value of a choice. */
export interface Choice {
  /** The canonical value, as records keep it. */
  readonly value: string;
  /** The word the 2019 standard prints. */
  readonly label: string;
  /** Other words and codes that forms and workbooks use for it. */
  readonly synonyms: readonly string[];
  /** First day, `YYYY-MM-DD`, of decisions that may use it. */
  readonly since?: string;
  /** Last day of decisions that may use it. */
  readonly until?: string;
}

/**
 * How a value is written canonically:
 * `text` as typed; `date` as `YYYY-MM-DD` in Asia/Shanghai; `amount` as a decimal number of
 * ten thousand yuan (万元) with at most six decimals; `choice` as a `Choice.value`;
 * `choices` as several of them joined by `;`.
 */
export type FieldType = 'text' | 'date' | 'amount' | 'choice' | 'choices';

/** One field of a record kind. */
export interface Field {
  /** Canonical id, the same in every kind and generation that has the field. */
  readonly id: FieldId;
  /** Column code of this generation, such as `XK_XDR_MC`; the label where the columns have no codes. */
  readonly code: string;
  /** The label that the standard prints, and that messages name. */
  readonly label: string;
  readonly type: FieldType;
  /** Longest value in characters. */
  readonly maxLength: number;
  readonly requirement: Readonly<Record<SubjectCategory, Requirement>>;
  /** Admitted values of a `choice` or `choices`. */
  readonly choices?: readonly Choice[];
  /** A choice that also admits `其他-` followed by words of one's own. */
  readonly otherChoice?: boolean;
  /** Identifies a person; never leaves the clerk's machine in clear (design, decision 4). */
  readonly sensitive?: boolean;
}

/** A record kind in one generation of the standard. */
export interface Standard {
  readonly kind: RecordKind;
  readonly generation: Generation;
  /** Revision of this data, counted up whenever a field or choice changes. */
  readonly revision: number;
  readonly fields: readonly Field[];
}

/** Names a standard as records keep it: `licence@2019#1`. */
export type StandardRef = `${RecordKind}@${Generation}#${number}`;

/** The values of one record under canonical field ids. A blank field is absent or `''`. */
export type RecordValues = Partial<Record<FieldId, string>>;

/** Canonical ids of all fields of all kinds. */
export type FieldId =
  | 'subjectName'
  | 'subjectCategory'
  | 'unifiedSocialCreditCode'
  | 'registrationNumber'
  | 'organizationCode'
  | 'taxRegistrationNumber'
  | 'publicInstitutionCertificateNumber'
  | 'socialOrganizationCertificateNumber'
  | 'legalRepresentative'
  | 'legalRepresentativeDocumentType'
  | 'legalRepresentativeDocumentNumber'
  | 'subjectDocumentType'
  | 'subjectDocumentNumber'
  | 'documentTitle'
  | 'documentNumber'
  | 'licenceCategory'
  | 'certificateName'
  | 'certificateNumber'
  | 'licenceContent'
  | 'violationType'
  | 'violationFacts'
  | 'penaltyBasis'
  | 'penaltyCategory'
  | 'penaltyContent'
  | 'fineAmount'
  | 'confiscatedAmount'
  | 'revokedCertificate'
  | 'decisionDate'
  | 'validFrom'
  | 'validUntil'
  | 'publicityEndDate'
  | 'authorityName'
  | 'authorityCode'
  | 'status'
  | 'sourceUnitName'
  | 'sourceUnitCode'
  | 'remarks'
  // Columns of 2015 that later generations gave up.
  | 'projectName'
  | 'caseName'
  | 'secondPenaltyCategory'
  | 'regionCode'
  | 'updatedOn'
  // Honours, blacklists and other credit information.
  | 'itemName'
  | 'sex'
  | 'address'
  | 'cause'
  | 'dataCategory'
  | 'evaluationYear'
  | 'caseNumber'
  | 'listingBasis'
  | 'notifiedOn'
  | 'filedOn'
  | 'publishedOn'
  | 'regionName';
