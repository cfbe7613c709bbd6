import { plainDate } from '@/lib/calendar/plain-date'
import type { Figure, Platform, RuleSet, Status, Unit } from '@/lib/rules/types'

/** This rule set serves every credit year until there is another one, so that its rows begin with the first possible year. */
const ALWAYS = plainDate('1900-01-01')

function row(key: string, value: number | null, unit: Unit, clause: string, status: Status): Figure {
  return { key, from: ALWAYS, value, unit, clause, status }
}

const figures: Figure[] = [
  row('minimum.total', 90, 'hours_a_year', 'N3.1', 'legible'),
  row('minimum.professional', 60, 'hours_a_year', 'N3.1', 'legible'),
  // Our copy shows no separate minimum for 公需; a published version may set one.
  row('minimum.public', null, 'hours_a_year', 'N3.1', 'partial'),
  row('cap.public_courseware', 30, 'hours_a_year', 'N5.2', 'legible'),
  row('fill.public', 30, 'hours_a_year', 'N5.0', 'partial'),
  row('term.days_of_a_year', 183, 'days_of_a_year', 'N8.1', 'provisional'),

  row('award.national', 90, 'per_item', 'M12.award', 'provisional'),
  row('award.provincial', 60, 'per_item', 'M12.award', 'provisional'),
  row('award.municipal', 30, 'per_item', 'M12.award', 'provisional'),

  row('patent.invention', 60, 'per_item', 'M12.patent', 'provisional'),
  row('patent.utility', 20, 'per_item', 'M12.patent', 'provisional'),
  row('patent.design', 20, 'per_item', 'M12.patent', 'provisional'),
  row('patent.software', 20, 'per_item', 'M12.patent', 'provisional'),

  row('paper.indexed', 60, 'per_item', 'M12.paper', 'provisional'),
  row('paper.core', 40, 'per_item', 'M12.paper', 'provisional'),
  row('paper.other', 20, 'per_item', 'M12.paper', 'partial'),
  row('paper.other_author', 0.5, 'factor', 'M12.paper', 'provisional'),

  row('book.sole', 90, 'per_item', 'M12.book', 'provisional'),
  row('book.joint', 50, 'per_item', 'M12.book', 'partial'),

  row('project.national-lead', 90, 'per_item', 'M12.project', 'provisional'),
  row('project.national-member', 60, 'per_item', 'M12.project', 'provisional'),
  row('project.provincial-lead', 60, 'per_item', 'M12.project', 'provisional'),
  row('project.provincial-member', 40, 'per_item', 'M12.project', 'provisional'),
  row('project.municipal-lead', 40, 'per_item', 'M12.project', 'provisional'),
  row('project.municipal-member', 20, 'per_item', 'M12.project', 'provisional'),

  row('standard.national', 60, 'per_item', 'M12.standard', 'provisional'),
  row('standard.industry', 40, 'per_item', 'M12.standard', 'provisional'),
  row('standard.provincial', 40, 'per_item', 'M12.standard', 'provisional'),
  row('standard.municipal', 20, 'per_item', 'M12.standard', 'provisional'),
  row('standard.group', 20, 'per_item', 'M12.standard', 'provisional'),

  row('conference.national', 10, 'per_item', 'M12.conference', 'provisional'),
  row('conference.provincial', 8, 'per_item', 'M12.conference', 'provisional'),
  row('conference.municipal', 6, 'per_item', 'M12.conference', 'provisional'),
  row('conference.presented', 5, 'extra_per_item', 'M12.conference', 'partial'),

  row('exam', 90, 'per_item', 'M12.8', 'legible'),
  row('degree', 90, 'per_item', 'M12.9', 'legible'),
  row('training', 6, 'per_day', 'M12.10', 'legible'),
  row('teaching', 5, 'per_time', 'M12.11', 'legible'),
  row('courseware', 1, 'per_course', 'M12.12', 'legible'),
  row('courseware.labelled', 1, 'per_hour', 'M12.12', 'legible'),
  row('elsewhere', 1, 'per_hour', 'M12.z', 'legible'),
  row('other', 1, 'per_hour', 'N4.7', 'partial'),
]

const platforms: Platform[] = [
  {
    code: 'ahou',
    name: '安徽开放大学',
    subjects: ['public'],
    from: plainDate('2025-01-01'),
    until: plainDate('2026-05-31'),
    clause: 'N5.2',
    nameStatus: 'legible',
    fromStatus: 'provisional',
  },
  {
    code: 'aust',
    name: '安徽理工大学',
    subjects: ['public'],
    from: plainDate('2025-01-01'),
    until: plainDate('2026-05-31'),
    clause: 'N5.2',
    nameStatus: 'partial',
    fromStatus: 'provisional',
  },
  {
    code: 'zjzx-2024',
    name: '2024年5月公开征集的省级公需科目平台',
    subjects: ['public'],
    from: plainDate('2024-05-01'),
    until: plainDate('2025-05-31'),
    clause: 'N3.3',
    nameStatus: 'legible',
    fromStatus: 'legible',
  },
  {
    code: 'fuyang-base',
    name: '阜阳市专业技术人员继续教育基地',
    subjects: ['public', 'professional'],
    from: plainDate('2025-01-01'),
    clause: 'M12.12',
    nameStatus: 'provisional',
    fromStatus: 'provisional',
  },
]

/** The Measures of Anhui (M) as applied by Fuyang's notice of 2025-07-18 (N). */
export const anhui2025: RuleSet = {
  id: 'anhui-2025',
  fromYear: 1900,
  figures,
  publicDeadlines: [{ year: 2025, until: plainDate('2026-05-31'), clause: 'N8.2', status: 'legible' }],
  platforms,
  settings: {
    oneOptionScope: 'achievements',
    conversionAllocation: 'professional_first',
    denyAtShare: 1,
    warnAtShare: 0.75,
    transition: null,
  },
}
