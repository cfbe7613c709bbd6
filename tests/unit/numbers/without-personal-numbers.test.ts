import { expect, test } from 'vitest'
import { withoutPersonalNumbers } from '@/lib/numbers/without-personal-numbers'

test.each([
  ['王丽萍 11010519491231002X 培训班', '王丽萍 1101***********02X 培训班'],
  ['电话13812345678，合格', '电话138****5678，合格'],
  ['证书编号 110105194912310021', '证书编号 110105194912310021'],
  ['ZL202510000001.2，10.1000/13812345678901', 'ZL202510000001.2，10.1000/13812345678901'],
  ['', ''],
])('%s', (text, masked) => {
  expect(withoutPersonalNumbers(text)).toBe(masked)
})
