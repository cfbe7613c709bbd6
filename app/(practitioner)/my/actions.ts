'use server'

import { z } from 'zod'
import { number, version } from '@/lib/server/input/fields'
import { action } from '@/lib/server/web/action'
import { reopenYear as reopenYearOf, withdrawRequest as withdrawRequestOf } from '@/lib/server/year/move-own-year'
import { requestYear as requestYearOf } from '@/lib/server/year/request-year'

const ownYear = z.strictObject({ year: number({ least: 1900, most: 2999, step: 1 }), version: version() })

export const requestYear = action(ownYear, requestYearOf, ({ year }) => `/my?year=${year}&done=requested`)
export const withdrawRequest = action(ownYear, withdrawRequestOf, ({ year }) => `/my?year=${year}&done=withdrawn`)
export const reopenYear = action(ownYear, reopenYearOf, ({ year }) => `/my?year=${year}&done=reopened`)
