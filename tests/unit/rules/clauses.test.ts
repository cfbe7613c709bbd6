import { expect, test } from 'vitest'
import en from '@/lib/i18n/messages/en/clauses.json'
import zh from '@/lib/i18n/messages/zh-CN/clauses.json'
import { anhui2025 } from '@/lib/rules/rule-sets/anhui-2025'

interface Words {
  name: string
  words: string
  gist: string
}

/** What gates cite beside the rows of a rule set. */
const GATES = ['N3.1', 'N3.2', 'N8.2', 'M12.9', 'M12.10', 'M12.11', 'M12.12', 'M14.3', 'M21.4']

function wordsOf(messages: object, clause: string): Words | undefined {
  return (messages as Record<string, Words>)[clause.replaceAll('.', '-')]
}

test('whatever a figure, a platform, a deadline or a gate cites can be named and said in both languages', () => {
  const { figures, platforms, publicDeadlines } = anhui2025
  const cited = new Set([...[...figures, ...platforms, ...publicDeadlines].map((row) => row.clause), ...GATES])
  for (const clause of cited) {
    for (const messages of [zh, en]) {
      expect(wordsOf(messages, clause)?.name, clause).toBeTruthy()
      expect(wordsOf(messages, clause)?.gist, clause).toBeTruthy()
    }
  }
})

test('a clause whose number is lost says so and quotes nothing', () => {
  for (const name of ['award', 'patent', 'paper', 'book', 'project', 'standard', 'conference']) {
    expect(wordsOf(zh, `M12.${name}`)).toMatchObject({ name: expect.stringContaining('第十二条（序号待核）'), words: '' })
  }
})
