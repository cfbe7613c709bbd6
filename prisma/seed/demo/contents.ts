import type { Category } from '@/lib/rules/types'
import type { ContentChange } from '@/lib/server/record/content'
import { TRAININGS } from './trainings'

export interface Entry {
  category: Category
  content: ContentChange
}

/** A training of `TRAININGS`, attended from its first to its last day. */
export function filedTraining(title: string, filings: ReadonlyMap<string, string>): Entry {
  const training = TRAININGS.find((row) => row.title === title)
  if (!training) throw new RangeError(title)
  return {
    category: 'training',
    content: {
      subject: 'professional',
      title,
      assessment: '合格',
      organizer: training.provider === 'caoxin' ? '颍淮医学继续教育中心' : '阜阳市专业技术人员继续教育基地',
      startedOn: training.startsOn,
      completedOn: training.endsOn,
      filingId: filings.get(title) ?? null,
      details: { days: training.days },
    },
  }
}

export function unfiledTraining(title: string, from: string, to: string, days: number): Entry {
  return {
    category: 'training',
    content: {
      subject: 'professional',
      title,
      assessment: '合格',
      organizer: '本单位',
      startedOn: from,
      completedOn: to,
      details: { days },
    },
  }
}

export function publicCourses(hours: number, on: string, platform = 'ahou'): Entry {
  return {
    category: 'courseware',
    content: {
      subject: 'public',
      title: '2025年公需科目学习',
      assessment: '测试合格',
      organizer: platform === 'ahou' ? '安徽开放大学' : '安徽理工大学',
      completedOn: on,
      details: { platform, labelledHours: hours },
    },
  }
}

export function baseCourses(hours: number, on: string): Entry {
  return {
    category: 'courseware',
    content: {
      subject: 'professional',
      title: '专业科目网络课程',
      assessment: '测试合格',
      organizer: '阜阳市专业技术人员继续教育基地',
      completedOn: on,
      details: { platform: 'fuyang-base', labelledHours: hours },
    },
  }
}

export function paper(title: string, option: 'indexed' | 'core' | 'other', on: string, number: string): Entry {
  return { category: 'paper', content: { option, title, assessment: '已发表', completedOn: on, details: { author: 'first', number } } }
}

export function exam(title: string, on: string, number: string): Entry {
  return { category: 'exam', content: { title, assessment: '通过', completedOn: on, details: { number } } }
}

function plain(category: Category, content: ContentChange): Entry {
  return { category, content: { assessment: '合格', ...content } }
}

/** Hours certified in another province or by the national system. */
export function elsewhere(title: string, hours: number, completedOn: string, certificate: string): Entry {
  return plain('elsewhere', { subject: 'professional', title, assessment: '合格', completedOn, details: { hours, certificate } })
}

/** One entry of each of the other categories, with numbers from `serial`, so that those of two people are not the same achievement. */
export function others(serial: number): Entry[] {
  return [
    plain('award', {
      option: 'municipal',
      title: '阜阳市优质工程奖',
      assessment: '获奖',
      completedOn: '2025-06-20',
      details: { number: `FYJ-${serial}` },
    }),
    plain('patent', {
      option: 'utility',
      title: '一种便携式检测装置',
      assessment: '授权',
      completedOn: '2025-05-16',
      details: { number: `ZL2025${serial}` },
    }),
    plain('book', {
      option: 'joint',
      title: '淮北平原农田水利实务',
      assessment: '出版',
      completedOn: '2025-04-30',
      details: { number: `ISBN-${serial}` },
    }),
    plain('project', {
      option: 'municipal-member',
      title: '市级教学改革课题',
      assessment: '结题',
      completedOn: '2025-07-10',
      details: { number: `KT-${serial}` },
    }),
    plain('standard', {
      option: 'group',
      title: '社区护理服务规范',
      assessment: '发布',
      completedOn: '2025-08-08',
      details: { number: `T/FY-${serial}` },
    }),
    plain('degree', {
      option: 'bachelor',
      title: '本科（函授）毕业',
      assessment: '毕业',
      completedOn: '2025-07-01',
      details: { number: `XL-${serial}` },
    }),
    plain('conference', {
      option: 'provincial',
      subject: 'professional',
      title: '全省专业学术年会',
      assessment: '参会',
      completedOn: '2025-09-20',
      details: { presented: serial % 2 === 0 },
    }),
    plain('teaching', {
      subject: 'professional',
      title: '全市骨干专题讲座授课',
      assessment: '完成',
      completedOn: '2025-10-10',
      details: { times: 2, unitApproved: true },
    }),
    plain('elsewhere', {
      subject: 'professional',
      title: '江苏省继续教育学时',
      assessment: '合格',
      completedOn: '2025-02-20',
      details: { hours: 16, certificate: `苏继教2025-${serial}` },
    }),
    plain('other', {
      subject: 'professional',
      title: '对口支援技术帮扶',
      assessment: '合格',
      completedOn: '2025-08-30',
      details: { hours: 12, decision: `阜人社认〔2025〕${serial}号` },
    }),
    plain('courseware', {
      subject: 'public',
      title: '2024年度省级平台公需课程',
      assessment: '测试合格',
      completedOn: '2025-06-03',
      details: { platform: 'zjzx-2024', courses: 4 },
    }),
  ]
}
