import 'server-only'
import type { Actor } from '@/lib/access/types'
import en from '@/lib/i18n/messages/en/publicity.json'
import zhCN from '@/lib/i18n/messages/zh-CN/publicity.json'
import { ACHIEVEMENTS, type ResultLine } from '@/lib/rules/types'
import { recordStatesIn } from '@/lib/workflow/state-groups'
import { db } from '../database/db'
import { day } from '../database/plain-dates'
import { notFound } from '../input/errors'
import type { NoticeData } from '../print/render-notice'
import { env } from '../runtime/env'
import { employerScope } from './scope'

/** A batch as its notice for the notice board has it: names masked, what was taken out left out. */
export async function readNotice(
  actor: Actor,
  id: string,
  language: NoticeData['language'],
): Promise<NoticeData & { year: number; number: number }> {
  const shown = [...recordStatesIn('publicity_board'), ...recordStatesIn('counts')]
  const batch = await db.publicityBatch.findFirst({
    where: { id, organization: employerScope(actor, 'batch_see') },
    select: {
      year: true,
      number: true,
      openedOn: true,
      startsOn: true,
      endsOn: true,
      workingDays: true,
      contact: true,
      organization: { select: { name: true, address: true } },
      items: {
        where: { record: { batchId: id, state: { in: shown } } },
        orderBy: { position: 'asc' },
        select: {
          maskedName: true,
          department: true,
          title: true,
          category: true,
          subject: true,
          hours: true,
          record: { select: { personId: true, year: true, line: true } },
        },
      },
    },
  })
  if (!batch) throw notFound()
  const years = batch.items.length > 0 ? batch.items.map((item) => item.record.year) : [batch.year]
  return {
    language,
    year: batch.year,
    number: batch.number,
    employer: batch.organization.name,
    years: { from: Math.min(...years), to: Math.max(...years) },
    basis: (language === 'zh-CN' ? zhCN : en).basis,
    period: { from: day(batch.startsOn), to: day(batch.endsOn), workingDays: batch.workingDays },
    people: new Set(batch.items.map((item) => item.record.personId)).size,
    lines: batch.items.map((item) => ({
      maskedName: item.maskedName,
      department: item.department,
      content: item.title,
      subject: (ACHIEVEMENTS as readonly string[]).includes(item.category) ? 'converted' : (item.subject ?? 'professional'),
      hours: Number(item.hours),
      provisional: ((item.record.line as ResultLine | null)?.status ?? 'legible') !== 'legible',
    })),
    contact: { person: batch.contact, phone: '', email: '', place: batch.organization.address ?? '' },
    address: `${env().XUESHI_SITE_URL.replace(/\/$/, '')}/board/${id}`,
    signedOn: day(batch.openedOn),
  }
}
