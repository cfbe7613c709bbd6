import type { EmploymentKind, Role } from '@/lib/access/types'

export interface DemoAccount {
  login: string
  name: string
  role: Role
  /** Key of the organisation for which the account acts, or of the employer. */
  organization: string | null
  /** The kind of employment, for accounts of practitioners; freelancers have no organisation. */
  employment?: EmploymentKind
  /** Listed on the sign-in page: one account for each role and path. */
  shown: boolean
}

/** The password of all demonstration accounts; the sign-in page needs only one click for them. */
export const DEMO_PASSWORD = 'xueshi-demo-2025'

/** One account for each role, for both paths, and a second officer wherever two people must act. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { login: 'wangliping', name: '王丽萍', role: 'practitioner', organization: 'hospital', employment: 'public_institution', shown: true },
  { login: 'liuyang', name: '刘洋', role: 'practitioner', organization: 'yz-school', employment: 'public_institution', shown: true },
  {
    login: 'zhaozhiqiang',
    name: '赵志强',
    role: 'practitioner',
    organization: 'yz-chemical',
    employment: 'non_public_enterprise',
    shown: true,
  },
  { login: 'sunxiaomei', name: '孙晓梅', role: 'practitioner', organization: null, employment: 'freelance', shown: true },
  { login: 'liming', name: '李明', role: 'employer_officer', organization: 'hospital', employment: 'public_institution', shown: true },
  { login: 'zhoufang', name: '周芳', role: 'employer_officer', organization: 'hospital', employment: 'public_institution', shown: false },
  { login: 'hemin', name: '何敏', role: 'employer_officer', organization: 'yz-school', employment: 'public_institution', shown: true },
  { login: 'chenguohua', name: '陈国华', role: 'county_reviewer', organization: 'bureau-yingzhou', shown: true },
  { login: 'wuting', name: '吴婷', role: 'county_reviewer', organization: 'bureau-yingzhou', shown: false },
  { login: 'guojun', name: '郭军', role: 'county_reviewer', organization: 'bureau-linquan', shown: true },
  { login: 'xuwei', name: '徐伟', role: 'city_reviewer', organization: 'bureau', shown: true },
  { login: 'tangning', name: '唐宁', role: 'city_reviewer', organization: 'bureau', shown: false },
  { login: 'zhenghui', name: '郑慧', role: 'authority_reviewer', organization: 'health', shown: true },
  { login: 'songkai', name: '宋凯', role: 'authority_reviewer', organization: 'education', shown: false },
  { login: 'luoyan', name: '罗岩', role: 'authority_reviewer', organization: 'agriculture', shown: false },
  { login: 'fengjie', name: '冯洁', role: 'provider_officer', organization: 'base', shown: true },
  { login: 'caoxin', name: '曹新', role: 'provider_officer', organization: 'medical-school', shown: false },
  { login: 'hanlei', name: '韩磊', role: 'leader', organization: 'bureau', shown: true },
  { login: 'admin', name: '许安', role: 'administrator', organization: 'bureau', shown: true },
  { login: 'admin2', name: '沈宁', role: 'administrator', organization: 'bureau', shown: true },
  { login: 'auditor', name: '孟岚', role: 'auditor', organization: 'bureau', shown: true },
]
