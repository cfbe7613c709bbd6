import type { Clause } from '@/lib/rules/clauses/clause'

/** The city's notice of 2025-07-18. */
export const noticeClauses: readonly Clause[] = [
  {
    id: 'N1',
    document: 'notice',
    citation: '《通知》第一条',
    certainty: 'legible',
    text: null,
    reading: {
      'zh-CN': '适用于全市企业、事业单位、社会团体和非公单位的在职专业技术人员；自由职业者按《管理办法》第十四条办理。',
      en: 'Applies to all in-service professionals of enterprises, public institutions, social organisations and non-public units in the city; freelancers follow article 14 of the Measures.',
    },
  },
  {
    id: 'N3.1',
    document: 'notice',
    citation: '《通知》第三条第一项、《管理办法》第十一条',
    certainty: 'legible',
    text: '全年累计不少于 90 学时（每学时不低于 45 分钟），其中专业科目不少于 60 学时',
    reading: {
      'zh-CN': '每年至少 90 学时，其中专业科目至少 60 学时。公需科目没有可辨认的单独下限，默认不设。',
      en: 'At least 90 hours a year, at least 60 of them professional. No separate minimum for public hours is legible; none is set by default.',
    },
  },
  {
    id: 'N3.2',
    document: 'notice',
    citation: '《通知》第三条第二项',
    certainty: 'legible',
    text: '未按要求进行备案的，一律不予认可',
    reading: {
      'zh-CN': '专业科目培训须在举办前备案，并经当地人社部门和行业主管部门同意；最迟在开班当日完成，否则学时为 0。',
      en: 'A professional training must be filed, and agreed by the local HR bureau and the industry authority, no later than its first day; otherwise it is worth nothing.',
    },
  },
  {
    id: 'N3.3',
    document: 'notice',
    citation: '《通知》第三条第三项',
    certainty: 'legible',
    text: '自今年6月1日起不再作为我省继续教育公需科目、继续教育学习平台',
    reading: {
      'zh-CN': '2024年5月公开征集的平台，2025年5月31日及以前学完的予以认可，此后不再认可。',
      en: 'What was completed on the platforms chosen in May 2024 counts up to 2025-05-31 and not after.',
    },
  },
  {
    id: 'N4',
    document: 'notice',
    citation: '《通知》第四条',
    certainty: 'partial',
    text: '培训班、研修班、进修班；实践活动；网络远程教育；学术会议、讲座；论文论著、科研项目；资格考试；市级……其他方式',
    reading: {
      'zh-CN': '继续教育的七种方式，由本人自主选择。',
      en: 'Seven forms of continuing education, chosen freely by the person.',
    },
  },
  {
    id: 'N4.7',
    document: 'notice',
    citation: '《通知》第四条第七项',
    certainty: 'partial',
    text: '市级……其他方式',
    reading: {
      'zh-CN': '市级认可的其他方式，学时以人社部门的认定决定为准。',
      en: "Another form recognised by the city counts the hours of the bureau's decision.",
    },
  },
  {
    id: 'N5.0',
    document: 'notice',
    citation: '《通知》第五条',
    certainty: 'partial',
    text: '学时折算认定；参加线上学习',
    reading: {
      'zh-CN':
        '2025年公需科目可通过折算认定、线上学习或两者结合取得：折算学时先补足专业科目 60 学时，再计入公需科目至 30 学时，其余计入专业科目。',
      en: 'Public hours of 2025 come from conversion, from online study, or from both: converted hours first fill the 60 professional hours, then public hours up to 30, the rest is professional.',
    },
  },
  {
    id: 'N5.1',
    document: 'notice',
    citation: '《通知》第五条第一项',
    certainty: 'partial',
    text: '新人新办法、老人老办法',
    reading: {
      'zh-CN': '折算设五年过渡期，至2030年；新人、老人的界定无法辨认，界定之前不产生影响。',
      en: 'Conversion has a five-year transition until 2030; who belongs to which group is not legible, so it has no effect until the bureau defines it.',
    },
  },
  {
    id: 'N5.2',
    document: 'notice',
    citation: '《通知》第五条第二项',
    certainty: 'legible',
    text: '最多获得 30 学时',
    reading: {
      'zh-CN': '线上公需科目课件每年最多计 30 学时，按完成日期先后计入；须完成课程要求的测试。',
      en: "At most 30 hours a year from public courseware, filled by date of completion; the course's test must be passed.",
    },
  },
  {
    id: 'N6.0',
    document: 'notice',
    citation: '《通知》第六条（序号待核）',
    certainty: 'partial',
    text: null,
    reading: {
      'zh-CN': '省级学时管理系统就绪之前，学时由人社部门认证。',
      en: 'Until the provincial system is ready, hours are certified by the HR bureaus.',
    },
  },
  {
    id: 'N6.1',
    document: 'notice',
    citation: '《通知》第六条第一项',
    certainty: 'partial',
    text: null,
    reading: {
      'zh-CN': '市直单位：主管部门审核专业科目学时，市人社局认证公需科目学时和总学时。',
      en: 'Municipal units: their authority reviews professional hours, the city bureau certifies public hours and the total.',
    },
  },
  {
    id: 'N6.2',
    document: 'notice',
    citation: '《通知》第六条第二项',
    certainty: 'partial',
    text: null,
    reading: { 'zh-CN': '县市区单位由当地人社部门认证。', en: 'Counties, districts and county-level cities: their own bureau certifies.' },
  },
  {
    id: 'N6.3',
    document: 'notice',
    citation: '《通知》第六条第三项',
    certainty: 'partial',
    text: null,
    reading: {
      'zh-CN': '当年申报三个系列副高及以上职称的，由市人社局认证；系列名称不全，由设置确定。',
      en: 'Those applying this year for deputy-senior titles in three series are certified by the city bureau; the series are a setting, as one name is lost.',
    },
  },
  {
    id: 'N6.4',
    document: 'notice',
    citation: '《通知》第六条第四项',
    certainty: 'partial',
    text: null,
    reading: { 'zh-CN': '企业人员按属地由当地人社部门认证全部学时。', en: 'Enterprise staff: the territorial bureau certifies all hours.' },
  },
  {
    id: 'N6.5',
    document: 'notice',
    citation: '《通知》第六条第五项',
    certainty: 'partial',
    text: null,
    reading: { 'zh-CN': '当年学时修满后方可盖章认证。', en: "Stamped only when the year's hours are full." },
  },
  {
    id: 'N7',
    document: 'notice',
    citation: '《通知》第七条',
    certainty: 'partial',
    text: null,
    reading: {
      'zh-CN': '培训或登记中弄虚作假的，予以纠正并取消学时。',
      en: 'Fraud in training or registration is corrected and the hours are cancelled.',
    },
  },
  {
    id: 'N8.1',
    document: 'notice',
    citation: '《通知》第八条第一项',
    certainty: 'legible',
    text: '一个任职周期，年度继续教育学时平均达到规定学时即可，但不得在一个年度内突击完成最近一个任职周期内所需学时',
    reading: {
      'zh-CN': '任职周期内各年度平均达到 90 学时（专业 60 学时）即可；单一年度占全周期所需学时 75% 起提示，100% 起不予认定（比例为暂定）。',
      en: "On average 90 hours (60 professional) over the term's years; one year holding 75 % of the term's hours is warned of, 100 % is not accepted (the shares are provisional).",
    },
  },
  {
    id: 'N8.2',
    document: 'notice',
    citation: '《通知》第八条第二项',
    certainty: 'legible',
    text: '2025年度公需科目学习时间截至 2026年5月31日',
    reading: {
      'zh-CN': '2026年1月1日至5月31日完成的公需科目，可计入2025年度或2026年度，不得重复。',
      en: 'Public study completed from 2026-01-01 to 2026-05-31 may be credited to 2025 or to 2026, never to both.',
    },
  },
]
