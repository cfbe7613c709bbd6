import { describe, expect, test } from 'vitest'
import { renderNotice } from '@/lib/server/print/render-notice'
import { noticeData, noticeLine } from '../../builders/notice-data'
import { pdfInfo, pdfText, qrTexts } from '../../support/pdf-tools'

describe('the publicity notice', () => {
  test('says what is made public, from when to when, and how to object', async () => {
    const text = pdfText(await renderNotice(noticeData()), '-raw').replace(/\s/g, '')
    for (const words of [
      '关于2025年度专业技术人员继续教育学时的公示',
      '根据《安徽省专业技术人员继续教育学时管理办法》（皖人社秘〔2025〕109号）',
      '将3名专业技术人员2025年度的4条继续教育学时记录予以公示',
      '公示期自2025年11月14日起，至2025年11月20日止，共5个工作日',
      '联系人：人事科赵老师；电话：0558-0000000；地址：行政楼305室。',
      'xueshi.example/publicity/0199d2c8',
      '欧**华',
      '阜阳市第二人民医院2025年11月13日',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('电子邮箱')
  })

  test('marks provisional figures and explains converted hours only where there are any', async () => {
    expect(pdfText(await renderNotice(noticeData()))).toMatch(/20 ※[\s\S]*※ 该项学时的折算标准为暂定/)
    const plain = pdfText(await renderNotice(noticeData({ lines: [noticeLine()] })))
    expect(plain).not.toMatch(/※|折算/)
  })

  test('markup in a content stays text', async () => {
    const content = '#set page(width: 1cm) <script> $x$ {years}'
    const text = pdfText(await renderNotice(noticeData({ lines: [noticeLine({ content })] })), '-raw').replace(/\s/g, '')
    expect(text).toContain(content.replace(/\s/g, ''))
  })

  test('sixty lines run over with the head on every page', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => noticeLine({ content: `第 ${index + 1} 次培训` }))
    const pages = pdfText(await renderNotice(noticeData({ lines })), '-layout')
      .split('\f')
      .slice(0, -1)
    expect(pages.length).toBeGreaterThanOrEqual(2)
    for (const [index, page] of pages.entries()) expect(page).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`)
    for (const page of pages.filter((one) => one.includes('次培训'))) expect(page).toMatch(/序号\s+姓名\s+部门\s+内容\s+科目\s+学时/)
    for (const line of lines) expect(pages.join('')).toContain(line.content)
  })

  test('gives the same bytes, its title, and a QR code of the batch', async () => {
    const pdf = await renderNotice(noticeData())
    expect(Buffer.compare(await renderNotice(noticeData()), pdf)).toBe(0)
    expect(pdfInfo(pdf)).toContain('关于 2025 年度专业技术人员继续教育学时的公示')
    expect(qrTexts(pdf, 100, 1)).toEqual(['https://xueshi.example/publicity/0199d2c8'])
    expect(pdfText(await renderNotice(noticeData({ language: 'en' })))).toMatch(/5\s+working\s+days/)
  })
})
