import { plainDate } from '@/lib/calendar/plain-date'
import type { NoticeData, NoticeLine } from '@/lib/server/print/render-notice'

export function noticeLine(changes: Partial<NoticeLine> = {}): NoticeLine {
  return {
    maskedName: '王*萍',
    department: '内科一病区',
    content: '医疗质量安全核心制度培训班',
    subject: 'professional',
    hours: 30,
    provisional: false,
    ...changes,
  }
}

export function noticeData(changes: Partial<NoticeData> = {}): NoticeData {
  return {
    language: 'zh-CN',
    employer: '阜阳市第二人民医院',
    years: { from: 2025, to: 2025 },
    basis: '《安徽省专业技术人员继续教育学时管理办法》（皖人社秘〔2025〕109 号）',
    period: { from: plainDate('2025-11-14'), to: plainDate('2025-11-20'), workingDays: 5 },
    people: 3,
    lines: [
      noticeLine(),
      noticeLine({ maskedName: '李*', department: '护理部', content: '院内急救技能培训班', hours: 12 }),
      noticeLine({ maskedName: '李*', department: '护理部', content: '2025 年公需科目', subject: 'public' }),
      noticeLine({
        maskedName: '欧**华',
        department: '',
        content: '基层护理质控的实践与改进',
        subject: 'converted',
        hours: 20,
        provisional: true,
      }),
    ],
    contact: { person: '人事科 赵老师', phone: '0558-0000000', email: '', place: '行政楼 305 室' },
    address: 'https://xueshi.example/publicity/0199d2c8',
    signedOn: plainDate('2025-11-13'),
    ...changes,
  }
}
