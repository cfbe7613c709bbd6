import { plainDate } from '@/lib/calendar/plain-date'
import type { CertificateClaims } from '@/lib/server/certificate/jws'
import type { CertificateData, CertificateLine } from '@/lib/server/print/render-certificate'

export const exampleClaims: CertificateClaims = {
  number: 'FY2025-341202-0009317-3',
  code: '8F3K-27QD-M1XA-0W5T',
  name: '王*萍',
  year: 2025,
  hours: { professional: 62, public: 30, total: 92 },
  issuer: '阜阳市颍州区人力资源和社会保障局',
  date: '2025-12-12',
}

export function certificateLine(changes: Partial<CertificateLine> = {}): CertificateLine {
  return {
    content: '医疗质量安全核心制度培训班',
    form: '培训 5 天',
    basis: '阜继教〔2025〕0031',
    completedOn: plainDate('2025-04-11'),
    professional: 30,
    public: 0,
    provisional: false,
    ...changes,
  }
}

export function certificateData(changes: Partial<CertificateData> = {}): CertificateData {
  return {
    language: 'zh-CN',
    title: '专业技术人员继续教育学时登记证书',
    footing: ['依据《安徽省专业技术人员继续教育学时管理办法》（皖人社秘〔2025〕109 号）。'],
    number: exampleClaims.number,
    years: { from: 2025, to: 2025 },
    name: '王丽萍',
    maskedIdNumber: '3499***********42X',
    employer: '阜阳市第二人民医院',
    jobTitle: '护理学 主管护师',
    lines: [
      certificateLine(),
      certificateLine({
        content: '院内急救技能培训班',
        form: '培训 2 天',
        basis: '阜继教〔2025〕0162',
        completedOn: plainDate('2025-11-04'),
        professional: 12,
      }),
      certificateLine({
        content: '基层护理质控的实践与改进',
        form: '论文（有 ISSN 的期刊，第一作者）',
        basis: '',
        completedOn: plainDate('2025-09-01'),
        professional: 20,
        provisional: true,
      }),
      certificateLine({
        content: '2025 年公需科目',
        form: '网络课件',
        basis: '安徽开放大学',
        completedOn: plainDate('2025-10-16'),
        professional: 0,
        public: 30,
      }),
    ],
    totals: { professional: 62, public: 30, total: 92 },
    required: { professional: 60, total: 90 },
    provisionalNote: '该项学时标准为暂定，已由认证机关按〔2025〕第 18 号意见确认。',
    issuer: exampleClaims.issuer,
    issuedOn: plainDate('2025-12-12'),
    inProvincialSystem: false,
    selfSigned: true,
    checkAddress: 'xueshi.example/verify/8F3K-27QD-M1XA-0W5T',
    qrText: 'https://xueshi.example/verify/8F3K-27QD-M1XA-0W5T#unsigned',
    ...changes,
  }
}
