import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainDate } from '@/lib/calendar/plain-date'
import { qrText, signCertificate } from '@/lib/server/certificate/jws'
import { signedCertificate } from '@/lib/server/certificate/signed-certificate'
import { drawQr } from '@/lib/server/print/qr-drawing'
import { renderCertificate } from '@/lib/server/print/render-certificate'
import { certificateData, certificateLine, exampleClaims } from '../../builders/certificate-data'
import { pdfFonts, pdfInfo, pdfSignatures, pdfText, qrTexts } from '../../support/pdf-tools'
import { makeTestKeys, type TestKeys } from '../../support/signing-keys'

describe('the certificate', () => {
  test('says whom, what, how much, by whom and when', async () => {
    const text = pdfText(await renderCertificate(certificateData()), '-layout')
    for (const words of ['王丽萍', '3499***********42X', '阜阳市第二人民医院', '护理学 主管护师', exampleClaims.number, '2025 年度'])
      expect(text).toContain(words)
    expect(text).toMatch(/1\s+医疗质量安全核心制度培训班\s+培训 5 天\s+2025-04-11\s+30\s+—/)
    expect(text).toMatch(/合计（总学时 92）\s+62\s+30/)
    expect(text).toMatch(/专业科目\s+62 学时\s+应不少于 60/)
    expect(text).toMatch(/总学时\s+92 学时\s+应不少于 90/)
    for (const words of [exampleClaims.issuer, '2025 年 12 月 12 日', '第 1 页，共 1 页', 'xueshi.example/verify/8F3K-27QD-M1XA-0W5T'])
      expect(text).toContain(words)
  })

  test('marks the line on a provisional figure, and says what the mark means', async () => {
    const text = pdfText(await renderCertificate(certificateData()), '-layout')
    expect(text.match(/※/g)).toHaveLength(2)
    expect(text).toContain('※ 该项学时标准为暂定，已由认证机关按〔2025〕第 18 号意见确认。')
    const none = certificateData({ lines: [certificateLine()] })
    expect(pdfText(await renderCertificate(none))).not.toContain('※')
    const unconfirmed = certificateData({ lines: [certificateLine({ provisional: true })], provisionalNote: null })
    expect(pdfText(await renderCertificate(unconfirmed))).toContain('※ 该项学时的折算标准为暂定，待核实。')
  })

  test('title and footing are what the settings say', async () => {
    const text = pdfText(await renderCertificate(certificateData({ title: '学时证明', footing: ['第一段。', '第二段。'] })))
    for (const words of ['学时证明', '第一段。', '第二段。']) expect(text).toContain(words)
  })

  test('in English has English labels', async () => {
    const text = pdfText(await renderCertificate(certificateData({ language: 'en' })), '-layout')
    for (const words of ['Credit year 2025', 'ID number', 'at least 60', 'Page 1 of 1', 'Total (92 hours)']) expect(text).toContain(words)
  })

  test('is a PDF/A-2a by its own word, tagged, with every font embedded', async () => {
    const pdf = await renderCertificate(certificateData())
    const metadata = pdfInfo(pdf, '-meta')
    expect(metadata).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    expect(metadata).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
    const info = pdfInfo(pdf)
    expect(info).toMatch(/Tagged:\s+yes/)
    expect(info).toMatch(/Page size:.*A4/)
    expect(info).toContain(`专业技术人员继续教育学时登记证书 ${exampleClaims.number}`)
    const fonts = pdfFonts(pdf)
    expect(fonts.length).toBeGreaterThanOrEqual(2)
    for (const font of fonts) expect(font).toMatchObject({ embedded: true, subset: true, unicode: true })
    const structure = pdfInfo(pdf, '-struct')
    for (const element of ['H1', 'Table', 'THead', 'TH', 'TD', 'Figure']) expect(structure).toMatch(new RegExp(`^\\s*${element}\\b`, 'm'))
  })
})

describe('of one that no longer holds', () => {
  test.each([
    ['revoked', '本证书已于 2025 年 12 月 20 日撤销，不再有效。', '已撤销REVOKED'],
    ['superseded', '本证书已于 2025 年 12 月 20 日由新证书替换，不再有效。', '已作废SUPERSEDED'],
  ] as const)('every page of a %s one says so', async (state, sentence, across) => {
    const lines = Array.from({ length: 40 }, () => certificateLine())
    const pdf = await renderCertificate(certificateData({ lines }), { state, on: plainDate('2025-12-20') })
    const pages = pdfText(pdf, '-raw').split('\f').slice(0, -1)
    expect(pages.length).toBeGreaterThan(1)
    expect(pages[0]).toContain(sentence)
    for (const page of pages) expect(page.replace(/\s/g, '')).toContain(across)
    expect(pdfInfo(pdf, '-meta')).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/)
  })

  test('a valid one says nothing of it', async () => {
    expect(pdfText(await renderCertificate(certificateData()))).not.toMatch(/REVOKED|SUPERSEDED|不再有效/)
  })
})

describe('whatever is in the data', () => {
  test('markup stays text', async () => {
    const odd = '#strong[x] <script>alert(1)</script> $x^2$ *a* _b_ `c` @d \\ = e "f" //g {name}'
    const text = pdfText(await renderCertificate(certificateData({ name: odd, employer: odd })), '-raw').replace(/\s/g, '')
    expect(text.split(odd.replace(/\s/g, '')).length - 1).toBe(2)
  })

  test('rare characters of names are printed', async () => {
    const text = pdfText(await renderCertificate(certificateData({ name: '㛃䶮𬭎' })))
    expect(text).toContain('㛃䶮𬭎')
  })

  test('a character the typeface does not have is one mark, and what is invisible goes', async () => {
    const text = pdfText(await renderCertificate(certificateData({ name: '王😀丽👨‍👩‍👧萍\u202e\u0000\ud800' })), '-layout')
    expect(text).toContain('王〓丽〓萍 〓')
  })

  test('the longest names break and nothing is lost', async () => {
    const employer = '阜阳市颍州区马寨乡中心卫生院暨阜阳市颍州区马寨乡社区卫生服务中心基层医疗卫生服务联合体（筹建处）'
    const content = '基于信息化手段的基层医疗卫生机构护理质量控制体系构建与实践'.repeat(8)
    const data = certificateData({ name: '买买提依明·阿卜杜热合曼·吐尔逊江', employer, lines: [certificateLine({ content })] })
    const pdf = await renderCertificate(data)
    const text = pdfText(pdf, '-raw').replace(/\s/g, '')
    for (const words of [data.name, employer, content]) expect(text).toContain(words)
    expect(pdfInfo(pdf)).toMatch(/Pages:\s+1\n/)
  })

  test('sixty lines run over: the head repeats, pages are counted and named', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => certificateLine({ content: `第 ${index + 1} 次培训`, professional: 1.5 }))
    const pdf = await renderCertificate(certificateData({ lines, totals: { professional: 90, public: 0, total: 90 } }))
    const pages = pdfText(pdf, '-layout').split('\f').slice(0, -1)
    expect(pages.length).toBeGreaterThanOrEqual(3)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`)
      expect(page).toMatch(/序号\s+内容\s+形式与依据\s+完成日期\s+专业学时\s+公需学时/)
      expect(page).toContain(exampleClaims.number)
    }
    for (const line of lines) expect(pages.join('')).toContain(line.content)
    expect(pages.at(-1)).toContain(exampleClaims.issuer)
  })

  test('no number of lines leaves the seal alone on a page', async () => {
    for (let count = 8; count <= 16; count += 1) {
      const lines = Array.from({ length: count }, () => certificateLine())
      const last = pdfText(await renderCertificate(certificateData({ lines })), '-layout')
        .split('\f')
        .at(-2)
      expect(last).toContain(exampleClaims.issuer)
      expect(last, `${count} lines`).toContain('依据《安徽省专业技术人员继续教育学时管理办法》')
    }
  })

  test('hours are shown to 0.1', async () => {
    const data = certificateData({
      lines: [certificateLine({ professional: 0.1 + 0.2 })],
      totals: { professional: 60.3, public: 29.999999, total: 90.3 },
    })
    const text = pdfText(await renderCertificate(data), '-layout')
    expect(text).toMatch(/2025-04-11\s+0\.3\s+—/)
    expect(text).toMatch(/合计（总学时 90\.3）\s+60\.3\s+30\n/)
  })
})

describe('the signed certificate', () => {
  const issuedAt = new Date('2025-12-12T08:30:00Z')
  let keys: TestKeys
  let text = ''
  beforeAll(async () => {
    keys = await makeTestKeys()
    text = qrText('https://xueshi.fuyang.example', exampleClaims.code, await signCertificate(exampleClaims, keys.claims))
  })
  afterAll(() => keys.remove())

  test('the same certificate gives the same bytes, another one others', async () => {
    const data = certificateData({ qrText: text })
    const first = await signedCertificate(data, issuedAt, keys.pdf)
    await renderCertificate(certificateData({ name: '张三' }))
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(Buffer.compare(await signedCertificate(structuredClone(data), issuedAt, keys.pdf), first)).toBe(0)
    expect(Buffer.compare(await signedCertificate({ ...data, name: '王丽苹' }, issuedAt, keys.pdf), first)).not.toBe(0)
  })

  test('pdfsig finds the signature valid, PAdES, over the whole file, at the time of issue', async () => {
    const answer = pdfSignatures(await signedCertificate(certificateData(), issuedAt, keys.pdf))
    expect(answer).toContain('Signature is Valid')
    expect(answer).toContain('ETSI.CAdES.detached')
    expect(answer).toContain('Total document signed')
    expect(answer).toContain('(self-signed)')
    expect(keys.pdf.selfSigned).toBe(true)
  })

  test('one changed byte and it is not', async () => {
    const pdf = Buffer.from(await signedCertificate(certificateData(), issuedAt, keys.pdf))
    const at = pdf.indexOf('/Title')
    pdf[at + 8] = (pdf[at + 8] ?? 0) ^ 1
    expect(pdfSignatures(pdf)).not.toContain('Signature is Valid')
  })

  test('the QR code is read from a page of 150 dots an inch', async () => {
    const pdf = await signedCertificate(certificateData({ qrText: text }), issuedAt, keys.pdf)
    expect(qrTexts(pdf, 150, 1)).toEqual([text])
    expect(drawQr(text).version).toBeLessThanOrEqual(20)
  })
})
