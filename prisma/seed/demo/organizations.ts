import type { EmploymentKind, UnitLevel } from '@/lib/access/types'

export interface DemoOrganization {
  /** Identifies the organisation in the other tables of the demonstration. */
  key: string
  kind: 'bureau' | 'authority' | 'employer' | 'provider'
  name: string
  nameEn: string
  regionCode: string
  unitLevel: UnitLevel
  employerKind?: EmploymentKind
  authority?: string
  field?: string
  publicityDays?: number
  publicityInPublic?: boolean
  /** Number of staff, and whether one of them is its officer. */
  staff?: number
  officer?: boolean
}

const bureau = (key: string, regionCode: string, name: string, nameEn: string): DemoOrganization => ({
  key,
  kind: 'bureau',
  name: `${name}人力资源和社会保障局`,
  nameEn: `HR Bureau of ${nameEn}`,
  regionCode,
  unitLevel: regionCode === '341200' ? 'municipal' : 'county',
})

export const BUREAUS: readonly DemoOrganization[] = [
  bureau('bureau', '341200', '阜阳市', 'Fuyang'),
  bureau('bureau-yingzhou', '341202', '颍州区', 'Yingzhou'),
  bureau('bureau-yingdong', '341203', '颍东区', 'Yingdong'),
  bureau('bureau-yingquan', '341204', '颍泉区', 'Yingquan'),
  bureau('bureau-linquan', '341221', '临泉县', 'Linquan'),
  bureau('bureau-taihe', '341222', '太和县', 'Taihe'),
  bureau('bureau-funan', '341225', '阜南县', 'Funan'),
  bureau('bureau-yingshang', '341226', '颍上县', 'Yingshang'),
  bureau('bureau-jieshou', '341282', '界首市', 'Jieshou'),
]

const authority = (key: string, name: string, nameEn: string, field: string): DemoOrganization => ({
  key,
  kind: 'authority',
  name,
  nameEn,
  regionCode: '341200',
  unitLevel: 'municipal',
  field,
})

export const AUTHORITIES: readonly DemoOrganization[] = [
  authority('health', '阜阳市卫生健康委员会', 'Fuyang Health Commission', '卫生'),
  authority('education', '阜阳市教育局', 'Fuyang Education Bureau', '教育'),
  authority('agriculture', '阜阳市农业农村局', 'Fuyang Agriculture Bureau', '农业'),
]

export const PROVIDERS: readonly DemoOrganization[] = [
  {
    key: 'base',
    kind: 'provider',
    name: '阜阳市专业技术人员继续教育基地',
    nameEn: 'Fuyang Continuing Education Base',
    regionCode: '341200',
    unitLevel: 'municipal',
  },
  {
    key: 'medical-school',
    kind: 'provider',
    name: '颍淮医学继续教育中心',
    nameEn: 'Yinghuai Medical Education Centre',
    regionCode: '341200',
    unitLevel: 'municipal',
  },
]

const unit = (
  key: string,
  name: string,
  nameEn: string,
  regionCode: string,
  employerKind: EmploymentKind,
  staff: number,
  more: Partial<DemoOrganization> = {},
): DemoOrganization => ({
  key,
  kind: 'employer',
  name,
  nameEn,
  regionCode,
  unitLevel: 'county',
  employerKind,
  staff,
  officer: true,
  ...more,
})

const municipal = { unitLevel: 'municipal' } as const
const noOfficer = { officer: false } as const

export const EMPLOYERS: readonly DemoOrganization[] = [
  // municipal units, with and without an authority that reviews first (N6.1)
  unit('hospital', '阜阳市清河医院', 'Qinghe Hospital of Fuyang', '341200', 'public_institution', 32, {
    ...municipal,
    authority: 'health',
  }),
  unit('maternity', '阜阳市颍淮妇幼保健院', 'Yinghuai Maternity Hospital', '341200', 'public_institution', 16, {
    ...municipal,
    authority: 'health',
    publicityDays: 7,
  }),
  unit('high-school', '阜阳市清河中学', 'Qinghe Middle School', '341200', 'public_institution', 22, {
    ...municipal,
    authority: 'education',
  }),
  unit('farm-institute', '阜阳市皖北农业科学研究所', 'Wanbei Agricultural Research Institute', '341200', 'public_institution', 12, {
    ...municipal,
    authority: 'agriculture',
    publicityInPublic: false,
  }),
  unit('archive', '阜阳市城乡建设档案馆', 'Fuyang Building Archive', '341200', 'public_institution', 8, municipal),
  unit('builders-society', '阜阳市淮北平原土木学会', 'Civil Engineering Society', '341200', 'social_organization', 5, municipal),
  unit('water', '阜阳市颍淮水务集团有限公司', 'Yinghuai Water Group', '341202', 'state_enterprise', 16, municipal),
  // counties
  unit('yz-school', '颍州区西湖实验学校', 'West Lake School, Yingzhou', '341202', 'public_institution', 20),
  unit('yz-clinic', '颍州区文峰社区卫生服务中心', 'Wenfeng Health Centre, Yingzhou', '341202', 'public_institution', 12, noOfficer),
  unit('yz-software', '阜阳云栈软件有限公司', 'Yunzhan Software', '341202', 'non_public_enterprise', 15, noOfficer),
  unit('yz-chemical', '阜阳恒源化工有限公司', 'Hengyuan Chemical', '341202', 'non_public_enterprise', 16, noOfficer),
  unit('yd-hospital', '颍东区中心医院', 'Yingdong Central Hospital', '341203', 'public_institution', 14),
  unit('yd-builder', '颍东中盛建筑工程有限公司', 'Zhongsheng Construction, Yingdong', '341203', 'non_public_enterprise', 12, noOfficer),
  unit('yd-power', '颍东区电力工程公司', 'Yingdong Power Engineering', '341203', 'state_enterprise', 8),
  unit('yq-school', '颍泉区泉河小学', 'Quanhe Primary School, Yingquan', '341204', 'public_institution', 12),
  unit('yq-food', '阜阳泉香食品有限公司', 'Quanxiang Food', '341204', 'non_public_enterprise', 9, noOfficer),
  unit('lq-hospital', '临泉县人民医院泉河院区', 'Linquan Hospital, Quanhe Campus', '341221', 'public_institution', 16),
  unit('lq-school', '临泉县第八中学', 'Linquan No. 8 Middle School', '341221', 'public_institution', 14),
  unit('lq-leather', '临泉华锦皮革有限公司', 'Huajin Leather, Linquan', '341221', 'non_public_enterprise', 8, noOfficer),
  unit('th-hospital', '太和县中医药研究院', 'Taihe Institute of Chinese Medicine', '341222', 'public_institution', 14),
  unit('th-pharma', '太和保元药业有限公司', 'Baoyuan Pharma, Taihe', '341222', 'non_public_enterprise', 12, noOfficer),
  unit('fn-school', '阜南县王家坝中学', 'Wangjiaba Middle School, Funan', '341225', 'public_institution', 12),
  unit('fn-willow', '阜南柳艺有限公司', 'Liuyi Willow Craft, Funan', '341225', 'non_public_enterprise', 7, noOfficer),
  unit('fn-flood', '阜南县防汛工程管理所', 'Funan Flood Works Office', '341225', 'public_institution', 7),
  unit('ys-hospital', '颍上县第三人民医院', 'Yingshang No. 3 Hospital', '341226', 'public_institution', 13),
  unit('ys-mine', '颍上谢桥机电有限公司', 'Xieqiao Electrical, Yingshang', '341226', 'state_enterprise', 10),
  unit('ys-society', '颍上县农业技术推广协会', 'Yingshang Farming Society', '341226', 'social_organization', 5, noOfficer),
  unit('js-school', '界首市彩陶中学', 'Caitao Middle School, Jieshou', '341282', 'public_institution', 11),
  unit('js-recycling', '界首绿源再生资源有限公司', 'Lvyuan Recycling, Jieshou', '341282', 'non_public_enterprise', 9, noOfficer),
  unit('js-battery', '界首华电电池有限公司', 'Huadian Battery, Jieshou', '341282', 'non_public_enterprise', 8, noOfficer),
]
export const FREELANCERS = 25
