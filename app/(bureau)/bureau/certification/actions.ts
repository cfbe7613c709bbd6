'use server'
import { buildUrl } from '@/lib/server/input/search'
import { action } from '@/lib/server/web/action'
import { certifyYears, certifyYearsInput } from '@/lib/server/year/certify-years'
import { returnYear, returnYearInput, revokeYear, revokeYearInput } from '@/lib/server/year/decide-years'

export const certify = action(certifyYearsInput, certifyYears, ({ count, year }) =>
  year ? `/bureau/years/${year}?done=certified` : buildUrl('/bureau/certification', { done: 'certified', count }),
)

export const sendBack = action(returnYearInput, returnYear, ({ year }) => `/bureau/years/${year}?done=returned`)

export const revoke = action(revokeYearInput, revokeYear, ({ year }) => `/bureau/years/${year}?done=revoked`)
