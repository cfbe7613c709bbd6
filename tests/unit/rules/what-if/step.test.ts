import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import { anhui2025 } from '@/lib/rules/rule-sets/anhui-2025'
import { addressParts, fitsAddress, queryOf } from '@/lib/rules/what-if/address'
import { ENTRY_FIELDS } from '@/lib/rules/what-if/entry-fields'
import { ACTS, type ActionParts, dispatch, reduce } from '@/lib/rules/what-if/reduce'
import { MAX_ENTRIES } from '@/lib/rules/what-if/state'

const SURROUNDINGS = { sets: [anhui2025], today: plainDate('2025-07-01') }
const PAPER = 'paper_ocore_d20250901'
const EXAM = 'exam_d20250901'

function pressed(parts: ActionParts) {
  return reduce({ v: '1', year: '2025', ...parts }, SURROUNDINGS)
}

function entriesOf(parts: ActionParts): string {
  return new URLSearchParams(queryOf(pressed(parts).state)).get('e') ?? ''
}

describe('a press', () => {
  test('on a category opens its questions with the usual answers, today where it lies in the year', () => {
    expect(pressed({ add: 'training' }).form).toMatchObject({
      category: 'training',
      place: null,
      texts: { startedOn: '2025-07-01', filed: 'yes' },
    })
    expect(pressed({ add: 'exam', year: '2024' }).form?.texts.completedOn).toBe('2024-12-31')
    expect(pressed({ add: 'nothing' }).form).toBeNull()
  })

  test('on the last button lists the entry, or says what is wrong and keeps what was typed', () => {
    expect(entriesOf({ e: PAPER, done: 'exam', completedOn: '2025年9月1日' })).toBe(`${PAPER}.${EXAM}`)
    const { form, state, changed } = pressed({ e: PAPER, done: 'training', days: 'five', completedOn: '2025-09-01' })
    expect(state.entries).toHaveLength(1)
    expect(changed).toBeNull()
    expect(form).toMatchObject({
      texts: { days: 'five' },
      faults: { days: { code: 'number' }, subject: { code: 'missing' }, startedOn: { code: 'missing' } },
    })
  })

  test('on the last button asks again about more days than there are from the first to the last', () => {
    const training = { done: 'training', subject: 'professional', startedOn: '2025-04-07', completedOn: '2025-04-08', filed: 'yes' }
    expect(pressed({ ...training, days: '2.5' })).toMatchObject({
      state: { entries: [] },
      form: { faults: { days: { code: 'span', most: 2 } } },
    })
    expect(pressed({ ...training, days: '2' })).toMatchObject({ state: { entries: [{ days: 2 }] }, form: null })
  })

  test('on change opens the entry’s own answers, and what comes back takes its place', () => {
    const { form } = pressed({ e: `${EXAM}.training_sprofessional_b20250407_d20250411_n5_f20250320`, edit: '2' })
    expect(form).toMatchObject({ place: 1, texts: { days: '5', startedOn: '2025-04-07', filed: 'yes' } })
    expect(entriesOf({ e: `${EXAM}.${PAPER}`, done: 'exam', completedOn: '2025-10-01', at: '1' })).toBe(`exam_d20251001.${PAPER}`)
    expect(pressed({ e: EXAM, edit: '7' }).form).toBeNull()
  })

  test('removes, and what was removed can be taken back with the choice that it was', () => {
    const { state, removed } = pressed({ e: `${PAPER}.${EXAM}`, pick: '1', remove: '1' })
    expect(queryOf(state)).toBe(`v=1&year=2025&e=${EXAM}`)
    expect(removed).toMatchObject({ code: PAPER, picked: true })
    const back = pressed({ e: EXAM, takepick: PAPER, was: PAPER, waspick: '1' })
    expect(queryOf(back.state)).toBe(`v=1&year=2025&pick=2&e=${EXAM}.${PAPER}`)
    expect(back.removed).toBeNull()
    expect(pressed({ e: EXAM, was: PAPER }).removed).toMatchObject({ code: PAPER, picked: false })
    expect(pressed({ e: EXAM, was: 'nonsense' }).removed).toBeNull()
  })

  test('chooses one of the options, and gives the choice up', () => {
    expect(pressed({ e: `${PAPER}.${EXAM}`, choose: '1' }).state.pick).toBe(0)
    expect(pressed({ e: `${PAPER}.${EXAM}`, pick: '1', choose: '0' }).state.pick).toBeNull()
    // An exam of another year is none of the year's options.
    expect(pressed({ e: `${PAPER}.exam_d20240901`, choose: '2' }).state.pick).toBeNull()
  })

  test('a choice ends with the year in which it was one', () => {
    const { state, faults } = pressed({ e: PAPER, pick: '1', year: '2026' })
    expect(state.pick).toBeNull()
    expect(faults).toEqual([{ place: 'pick', found: '1' }])
    expect(
      pressed({ e: `${PAPER}.${EXAM}`, pick: '1', done: 'paper', at: '1', option: 'core', completedOn: '2024-09-01' }).state.pick,
    ).toBeNull()
  })

  test('is told where there is no room, and nothing is lost', () => {
    const full = Array.from({ length: MAX_ENTRIES }, () => EXAM).join('.')
    for (const parts of [{ copy: '1' }, { take: EXAM }, { done: 'exam', completedOn: '2025-09-01' }]) {
      const view = pressed({ e: full, ...parts })
      expect(view).toMatchObject({ full: true, changed: null })
      expect(view.state.entries).toHaveLength(MAX_ENTRIES)
    }
    expect(pressed({ e: full, done: 'exam', completedOn: '2025-09-01' }).form?.texts.completedOn).toBe('2025-09-01')
  })
})

const value = fc.oneof(
  fc.string(),
  fc.constantFrom('1', '2', '0', '99', 'training', 'exam', PAPER, EXAM, `${PAPER}.${EXAM}`, '2025-09-01', 'yes', 'core'),
)
const names = ['v', 'year', 'set', 'moved', 'pick', 'e', ...ACTS, ...ENTRY_FIELDS]
const anything = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 8 }) as fc.Arbitrary<ActionParts>

test('whatever is sent, there is a page for it, and an address that is read without complaint', () => {
  fc.assert(
    fc.property(anything, (parts) => {
      const { state } = reduce(parts, SURROUNDINGS)
      expect(fitsAddress(state)).toBe(true)
      const again = reduce(Object.fromEntries(new URLSearchParams(queryOf(state))), SURROUNDINGS)
      expect(again).toMatchObject({ state, faults: [] })
    }),
    { numRuns: 500 },
  )
})

test('whatever is pressed in the browser, the server would answer the same to the address with that press', () => {
  fc.assert(
    fc.property(fc.array(anything, { minLength: 1, maxLength: 4 }), ([first = {}, ...presses]) => {
      let { state } = reduce(first, SURROUNDINGS)
      for (const parts of presses) {
        const pressed = dispatch(state, parts, SURROUNDINGS)
        expect(pressed).toEqual(reduce({ ...addressParts(state), ...parts }, SURROUNDINGS))
        state = pressed.state
      }
    }),
    { numRuns: 500 },
  )
})
