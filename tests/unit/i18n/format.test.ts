import { expect, test } from 'vitest'
import { formatDate, formatDateRange, formatHours, formatInstant, formatNumber } from '@/lib/i18n/format'
import { localeFrom, textSizeFrom } from '@/lib/i18n/locales'

test('a date is the same day whatever the zone of the machine', () => {
  expect(formatDate('2025-04-07', 'zh-CN')).toBe('2025年4月7日')
  expect(formatDate('2025-04-07', 'en')).toBe('7 April 2025')
  expect(formatDate('2025-12-31', 'zh-CN', 'short')).toBe('12月31日')
  expect(formatDate('2025-11-18', 'zh-CN', 'weekday')).toBe('2025年11月18日星期二')
})

test('a range says the year once, and a single day once', () => {
  expect(formatDateRange('2025-04-07', '2025-04-11', 'zh-CN')).toBe('2025年4月7日 — 4月11日')
  expect(formatDateRange('2025-12-30', '2026-01-02', 'zh-CN')).toBe('2025年12月30日 — 2026年1月2日')
  expect(formatDateRange('2025-04-07', '2025-04-11', 'en')).toBe('7 April – 11 April 2025')
  expect(formatDateRange('2025-04-07', '2025-04-07', 'en')).toBe('7 April 2025')
})

test('an instant is told in Shanghai time, past midnight too', () => {
  expect(formatInstant('2025-11-05T02:12:00Z', 'zh-CN')).toBe('2025年11月5日 10:12')
  expect(formatInstant(new Date('2025-11-05T16:05:00Z'), 'zh-CN')).toBe('2025年11月6日 00:05')
})

test('hours carry their unit and at most one decimal', () => {
  expect(formatHours(12.5, 'zh-CN')).toBe('12.5 学时')
  expect(formatHours(1, 'en')).toBe('1 hour')
  expect(formatHours(0.1 + 0.2, 'en')).toBe('0.3 hours')
  expect(formatNumber(1234, 'zh-CN')).toBe('1,234')
})

test('a cookie that names no language or size of ours gives the defaults', () => {
  expect(localeFrom('en')).toBe('en')
  expect(localeFrom('de')).toBe('zh-CN')
  expect(localeFrom(undefined)).toBe('zh-CN')
  expect(textSizeFrom('large')).toBe('large')
  expect(textSizeFrom('LARGE')).toBe('usual')
})
