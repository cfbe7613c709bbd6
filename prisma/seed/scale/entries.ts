import { columnsOfContent, emptyContent, mergeContent } from '@/lib/server/record/content'
import { baseCourses, type Entry, others, paper, publicCourses } from '../demo/contents'
import type { Filings } from './filings'

const YEAR = 2025

/** The contents of a person's eight records; every fourth training has no filing. */
export function entriesOf(index: number, filings: Filings) {
  const more = others(index)
  const list: Entry[] = [
    training(index, filings),
    publicCourses(12 + (index % 19), '2025-09-20', index % 3 === 0 ? 'aust' : 'ahou'),
    baseCourses(6 + (index % 30), '2025-08-12'),
    index % 4 === 1 ? paper('淮北地区专业实践研究', index % 2 ? 'core' : 'other', '2025-05-15', `10.3969/fy.${index}`) : pick(more, index),
    training(index + 7, filings),
    pick(more, index + 3),
    pick(more, 6 + (index % 5)),
    publicCourses(3 + (index % 9), '2025-06-30', 'ahou'),
  ]
  return list.map(({ category, content }) => ({
    category,
    columns: columnsOfContent(mergeContent(emptyContent(category, YEAR), content)),
  }))
}

function pick(list: readonly Entry[], index: number): Entry {
  const entry = list[index % list.length]
  if (!entry) throw new RangeError('nothing to pick from')
  return entry
}

function training(index: number, filings: Filings): Entry {
  const filing = filings.all[index % filings.all.length]
  if (!filing) throw new RangeError('no filed training')
  return {
    category: 'training',
    content: {
      subject: 'professional',
      title: filing.title,
      assessment: '合格',
      organizer: '阜阳市专业技术人员继续教育基地',
      startedOn: filing.startsOn,
      completedOn: filing.endsOn,
      filingId: index % 4 === 0 ? null : filing.id,
      details: { days: filing.days },
    },
  }
}
