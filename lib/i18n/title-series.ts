/**
 * The official series of professional titles, with an English translation. The Chinese name is stored; the routing of N6.3 compares it.
 */
export const TITLE_SERIES = [
  { name: '高等学校教师', en: 'University teachers' },
  { name: '中等职业学校教师', en: 'Secondary vocational teachers' },
  { name: '技工院校教师', en: 'Technical school teachers' },
  { name: '中小学教师', en: 'Primary and secondary teachers' },
  { name: '卫生技术', en: 'Health' },
  { name: '工程技术', en: 'Engineering' },
  { name: '农业技术', en: 'Agriculture' },
  { name: '自然科学研究', en: 'Natural science research' },
  { name: '哲学社会科学研究', en: 'Philosophy and social science research' },
  { name: '实验技术', en: 'Laboratory work' },
  { name: '经济专业', en: 'Economics' },
  { name: '会计专业', en: 'Accounting' },
  { name: '审计专业', en: 'Auditing' },
  { name: '统计专业', en: 'Statistics' },
  { name: '公共法律服务', en: 'Public legal service' },
  { name: '图书资料', en: 'Libraries' },
  { name: '文物博物', en: 'Museums and relics' },
  { name: '档案专业', en: 'Archives' },
  { name: '群众文化', en: 'Community culture' },
  { name: '艺术专业', en: 'Arts' },
  { name: '工艺美术', en: 'Arts and crafts' },
  { name: '新闻专业', en: 'Journalism' },
  { name: '出版专业', en: 'Publishing' },
  { name: '播音主持', en: 'Broadcasting' },
  { name: '翻译专业', en: 'Translation' },
  { name: '体育专业', en: 'Sport' },
  { name: '船舶专业', en: 'Shipping' },
  { name: '民用航空飞行技术', en: 'Civil aviation' },
] as const

export const TITLE_SERIES_NAMES = TITLE_SERIES.map(({ name }) => name)
