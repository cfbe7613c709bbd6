interface RegionRow {
  code: string
  name: string
  nameEn: string
  level: 'province' | 'city' | 'county'
  parentCode: string | null
}

/** The divisions of GB/T 2260: the province, the city and its counties. */
export const REGIONS: readonly RegionRow[] = [
  { code: '340000', name: '安徽省', nameEn: 'Anhui Province', level: 'province', parentCode: null },
  { code: '341200', name: '阜阳市', nameEn: 'Fuyang City', level: 'city', parentCode: '340000' },
  { code: '341202', name: '颍州区', nameEn: 'Yingzhou District', level: 'county', parentCode: '341200' },
  { code: '341203', name: '颍东区', nameEn: 'Yingdong District', level: 'county', parentCode: '341200' },
  { code: '341204', name: '颍泉区', nameEn: 'Yingquan District', level: 'county', parentCode: '341200' },
  { code: '341221', name: '临泉县', nameEn: 'Linquan County', level: 'county', parentCode: '341200' },
  { code: '341222', name: '太和县', nameEn: 'Taihe County', level: 'county', parentCode: '341200' },
  { code: '341225', name: '阜南县', nameEn: 'Funan County', level: 'county', parentCode: '341200' },
  { code: '341226', name: '颍上县', nameEn: 'Yingshang County', level: 'county', parentCode: '341200' },
  { code: '341282', name: '界首市', nameEn: 'Jieshou City', level: 'county', parentCode: '341200' },
]
