import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/access/types'
import { db } from '@/lib/server/database/db'
import { discardDraft } from '@/lib/server/rule-draft/discard-draft'
import { draftStanding } from '@/lib/server/rule-draft/draft-problems'
import { editDeadline } from '@/lib/server/rule-draft/edit-deadline'
import { editFigure } from '@/lib/server/rule-draft/edit-figure'
import { editHead } from '@/lib/server/rule-draft/edit-head'
import { editTransition, editWarn } from '@/lib/server/rule-draft/edit-setting'
import { publishDraft } from '@/lib/server/rule-draft/publish-draft'
import { startDraft } from '@/lib/server/rule-draft/start-draft'
import { freshRules } from '@/lib/server/rule-set/in-force'
import { findRuleSetRow, type RuleSetRow } from '@/lib/server/rule-set/rule-set-row'
import { seedReference } from '@/prisma/seed/reference'
import { makeBureau, makePerson } from '@/tests/builders/city'
import { changeFigure, makeAdministrators, makeDraft, RULES_NOW, versionOf } from '@/tests/builders/rule-set'

let drafter: Actor
let other: Actor

beforeAll(async () => {
  await seedReference(db)
  const administrators = await makeAdministrators()
  drafter = administrators[0]
  other = administrators[1]
})

async function row(id: string): Promise<RuleSetRow> {
  const found = await findRuleSetRow(id)
  if (!found) throw new Error('no version')
  return found
}

const publish = async (actor: Actor, id: string, effectiveYear: number) =>
  publishDraft(actor, { id, version: (await versionOf(id)).version, effectiveYear, certifiedStay: null }, RULES_NOW)
const DOCUMENT = { clause: 'N8.1', status: 'legible', document: '阜人社〔2026〕1号' } as const

describe('a draft', () => {
  test('says what its base says until it is changed; every change names its document and stands in the history', async () => {
    const id = await makeDraft(drafter, 2031)
    expect(await draftStanding(await row(id))).toMatchObject({ changed: [], problems: [{ code: 'nothing_changed' }] })
    await changeFigure(drafter, id, 'training', '8')
    await editWarn(drafter, { id, version: (await versionOf(id)).version, warnAtShare: 0.5, ...DOCUMENT }, RULES_NOW)
    await editDeadline(
      other,
      { id, version: (await versionOf(id)).version, year: 2031, until: '2032-03-31' as never, ...DOCUMENT },
      RULES_NOW,
    )
    await editTransition(
      drafter,
      { id, version: (await versionOf(id)).version, until: 2030, cohort: '2025年前取得职称的人员', ...DOCUMENT },
      RULES_NOW,
    )
    const draft = await row(id)
    expect(draft.content.figures.find(({ key }) => key === 'training')).toMatchObject({ value: 8, clause: 'M12.10', status: 'legible' })
    expect(draft.content.platforms).toEqual([])
    expect(draft.editors).toEqual([drafter.accountId, other.accountId])
    const standing = await draftStanding(draft)
    expect(standing.changed.sort()).toEqual(['figures.training', 'publicDeadlines.2031', 'settings.transition', 'settings.warnAtShare'])
    expect(standing.problems).toEqual([])
    const events = await db.event.findMany({ where: { streamId: id }, orderBy: { seq: 'asc' } })
    expect(events.map(({ event, data }) => [event, (data as { at?: string }).at])).toEqual([
      ['create', undefined],
      ['edit', 'figures.training'],
      ['edit', 'settings.warnAtShare'],
      ['edit', 'publicDeadlines.2031'],
      ['edit', 'settings.transition'],
    ])
    expect((await db.ruleSetVersion.findUniqueOrThrow({ where: { code: 'anhui-2025' } })).version).toBe(1)
  })

  test('takes no number that cannot be one, and no place that is none', async () => {
    const id = await makeDraft(drafter, 2031)
    const edit = (key: string, value: string) => editFigure(drafter, { id, version: 1, key, value, ...DOCUMENT }, RULES_NOW)
    await expect(edit('training', '-6')).rejects.toMatchObject({
      expected: { code: 'invalid', fields: { value: { key: 'out_of_bounds' } } },
    })
    await expect(edit('training', '6.25')).rejects.toMatchObject({ expected: { fields: { value: { key: 'step' } } } })
    await expect(edit('training', '')).rejects.toMatchObject({ expected: { fields: { value: { key: 'required' } } } })
    await expect(edit('training', 'sechs')).rejects.toMatchObject({ expected: { fields: { value: { key: 'number' } } } })
    await expect(edit('nothing', '6')).rejects.toMatchObject({ expected: { code: 'not_found' } })
    expect((await versionOf(id)).version).toBe(1)
    await edit('minimum.public', '')
    expect((await row(id)).content.figures.find(({ key }) => key === 'minimum.public')?.value).toBeNull()
  })

  test('changed by two at once keeps one change and tells the other', async () => {
    const id = await makeDraft(drafter, 2031)
    const edits = await Promise.allSettled(
      ['7', '8', '9'].map((value, place) =>
        editFigure(place === 1 ? other : drafter, { id, version: 1, key: 'training', value, ...DOCUMENT }, RULES_NOW),
      ),
    )
    expect(edits.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const edit of edits) if (edit.status === 'rejected') expect(edit.reason).toMatchObject({ expected: { code: 'conflict' } })
  })

  test('that was discarded stays as it is', async () => {
    const id = await makeDraft(drafter, 2031)
    await discardDraft(other, { id, version: 1 }, RULES_NOW)
    await expect(changeFigure(drafter, id, 'training', '8')).rejects.toMatchObject({ expected: { code: 'refused' } })
    await expect(publish(other, id, 2031)).rejects.toMatchObject({ expected: { code: 'refused' } })
  })

  test('is nobody’s business but the administrators’', async () => {
    const id = await makeDraft(drafter, 2031)
    const base = await db.ruleSetVersion.findUniqueOrThrow({ where: { code: 'anhui-2025' } })
    const person = await makePerson(null)
    for (const actor of [person.actor, await makeBureau('341203'), { ...drafter, role: 'auditor' as const }]) {
      await expect(startDraft(actor, { base: base.id, title: 'x', effectiveYear: 2031 }, RULES_NOW)).rejects.toMatchObject({
        expected: { code: 'forbidden' },
      })
      await expect(changeFigure(actor, id, 'training', '8')).rejects.toMatchObject({ expected: { code: 'forbidden' } })
      await expect(publish(actor, id, 2031)).rejects.toMatchObject({ expected: { code: 'forbidden' } })
    }
  })
})

describe('publishing', () => {
  test('is for somebody who did not work on the draft', async () => {
    const id = await makeDraft(drafter, 2040)
    await changeFigure(drafter, id, 'training', '8')
    await expect(publish(drafter, id, 2040)).rejects.toMatchObject({ expected: { code: 'refused', refusals: [{ code: 'own_entry' }] } })
    await editHead(other, { id, version: (await versionOf(id)).version, title: '八学时', effectiveYear: 2040 }, RULES_NOW)
    await expect(publish(other, id, 2040)).rejects.toMatchObject({ expected: { refusals: [{ code: 'own_entry' }] } })
  })

  test('is refused with the number of problems while there is one', async () => {
    const id = await makeDraft(drafter, 2040)
    await expect(publish(other, id, 2040)).rejects.toMatchObject({ expected: { refusals: [{ code: 'unsound', detail: { problems: 1 } }] } })
    await changeFigure(drafter, id, 'minimum.professional', '95')
    await editHead(drafter, { id, version: (await versionOf(id)).version, title: '草案', effectiveYear: 2040 }, RULES_NOW)
    expect((await draftStanding(await row(id))).problems.map(({ code }) => code)).toEqual(['professional_above_total'])
    await expect(publish(other, id, 2040)).rejects.toMatchObject({ expected: { refusals: [{ code: 'unsound' }] } })
  })

  test('by two at once happens once, queues one recount, and is in force from its year on', async () => {
    const id = await makeDraft(drafter, 2041)
    await changeFigure(drafter, id, 'training', '8')
    const third = { ...other, accountId: (await makePerson(null)).accountId }
    const { version } = await versionOf(id)
    const both = await Promise.allSettled(
      [other, third].map((actor) => publishDraft(actor, { id, version, effectiveYear: 2041, certifiedStay: null }, RULES_NOW)),
    )
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.job.count({ where: { ruleSetId: id, kind: 'recompute' } })).toBe(1)
    const published = await versionOf(id)
    expect(published).toMatchObject({ state: 'published', code: 'anhui-2041', effectiveYear: 2041, publishedAt: RULES_NOW.now })
    const { sets } = await freshRules()
    expect(sets.map((set) => set.id)).toEqual(['anhui-2025', 'anhui-2041'])
    expect(sets[1]).toMatchObject({ fromYear: 2041, platforms: sets[0]?.platforms })
  })

  test('a second version of the same year takes the first one’s place, under a name of its own', async () => {
    const id = await makeDraft(drafter, 2041)
    await changeFigure(drafter, id, 'training', '7')
    await publishDraft(other, { id, version: 2, effectiveYear: 2041, certifiedStay: null }, { now: new Date('2025-11-11T04:00:00Z') })
    expect((await versionOf(id)).code).toBe('anhui-2041-2')
    const { ruleSetInForce, ruleSetNamed } = await import('@/lib/server/rule-set/in-force')
    await freshRules()
    expect(ruleSetInForce(2042).id).toBe('anhui-2041-2')
    expect(ruleSetInForce(2040).id).toBe('anhui-2025')
    expect(ruleSetNamed('anhui-2041')?.figures.find(({ key }) => key === 'training')?.value).toBe(8)
  })

  test('a draft is also held against the version that rules its first year, where it did not start from that one', async () => {
    const id = await makeDraft(drafter, 2041)
    await changeFigure(drafter, id, 'exam', '80')
    const standing = await draftStanding(await row(id))
    expect(standing.changed).toEqual(['figures.exam'])
    expect(standing.current?.code).toBe('anhui-2041-2')
    expect(standing.also).toEqual(['figures.training'])
    const later = await makeDraft(drafter, 2040)
    expect(await draftStanding(await row(later))).toMatchObject({ current: null, also: [] })
  })
})
