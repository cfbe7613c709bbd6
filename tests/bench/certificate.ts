import { performance } from 'node:perf_hooks'
import { certificateNumber } from '@/lib/numbers/certificate-number'
import { qrText, signCertificate } from '@/lib/server/certificate/jws'
import { type CertificateData, renderCertificate } from '@/lib/server/print/render-certificate'
import { signPdf } from '@/lib/server/print/sign-pdf'
import { certificateData, certificateLine, exampleClaims } from '../builders/certificate-data'
import { makeTestKeys } from '../support/signing-keys'

export interface CertificateRow {
  name: string
  value: number
  unit: string
  target: string
}

const PEOPLE = 200
const RECORDS = 8
const WARM_UP = 20

/** One certificate at a time and many in a row: each of another person, with other records and another signature in its QR code. */
export async function benchCertificate(): Promise<CertificateRow[]> {
  const keys = await makeTestKeys()
  try {
    const people = await Promise.all(
      Array.from({ length: PEOPLE + WARM_UP }, (_, index) => personsData(index, (claims) => signCertificate(claims, keys.claims))),
    )
    const issuedAt = new Date('2025-12-12T08:30:00Z')
    const start = performance.now()
    await renderCertificate(certificateData())
    const first = performance.now() - start

    const plain = await measure(people, renderCertificate)
    const signed = await measure(people, async (data) => signPdf(await renderCertificate(data), issuedAt, keys.pdf))
    const claims = await measure(people, () => signCertificate(exampleClaims, keys.claims))
    const bytes = (await signPdf(await renderCertificate(people[0] ?? certificateData()), issuedAt, keys.pdf)).length
    return [
      { name: `certificate (${RECORDS} records), the first of a process`, value: round(first), unit: 'ms', target: '–' },
      { name: `certificate (${RECORDS} records), warm, median`, value: round(plain.median), unit: 'ms', target: '≤ 30' },
      { name: 'the same, signed', value: round(signed.median), unit: 'ms', target: '≤ 30' },
      { name: 'certificates in a batch', value: Math.round(plain.perCpuSecond), unit: '/s per core', target: 'aim ≥ 300' },
      { name: 'the same, signed', value: Math.round(signed.perCpuSecond), unit: '/s per core', target: '–' },
      { name: 'signatures for QR codes', value: Math.round(claims.perCpuSecond), unit: '/s per core', target: '–' },
      { name: 'size of a signed certificate', value: Math.round(bytes / 1024), unit: 'KB', target: '–' },
    ]
  } finally {
    await keys.remove()
  }
}

async function personsData(index: number, sign: (claims: typeof exampleClaims) => Promise<string>): Promise<CertificateData> {
  const number = certificateNumber({ year: 2025, regionCode: '341202', serial: index + 1 })
  const lines = Array.from({ length: RECORDS }, (_, line) =>
    certificateLine({
      content: `医疗质量安全核心制度培训班第 ${(index * 7 + line * 3) % 211} 期`,
      basis: `阜继教〔2025〕${1000 + ((index * 13 + line) % 997)}`,
    }),
  )
  const name = `王${String.fromCodePoint(0x4e00 + index * 11)}${String.fromCodePoint(0x5e00 + index * 7)}`
  const jws = await sign({ ...exampleClaims, number })
  return certificateData({ name, number, lines, qrText: qrText('https://xueshi.example', exampleClaims.code, jws) })
}

/** The median of one after the other, and how many a second of processor time, of all threads, is enough for. */
async function measure(people: readonly CertificateData[], work: (data: CertificateData) => Promise<unknown>) {
  for (const data of people.slice(0, WARM_UP)) await work(data)
  const times: number[] = []
  const before = process.cpuUsage()
  for (const data of people.slice(WARM_UP)) {
    const start = performance.now()
    await work(data)
    times.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(before)
  return { median: times.sort((a, b) => a - b)[times.length >> 1] ?? 0, perCpuSecond: (times.length * 1_000_000) / (user + system) }
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10
}
