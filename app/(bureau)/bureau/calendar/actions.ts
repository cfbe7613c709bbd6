'use server'

import { applyChange, applyChangeInput } from '@/lib/server/calendar/apply-change'
import {
  proposeLocalDay,
  proposeLocalDayInput,
  proposeLocalEnd,
  proposeLocalEndInput,
  proposeYear,
  proposeYearInput,
} from '@/lib/server/calendar/propose-change'
import { action } from '@/lib/server/web/action'

export const enterYear = action(proposeYearInput, proposeYear, ({ id }) => `/bureau/calendar/changes/${id}`)

export const enterLocalDay = action(proposeLocalDayInput, proposeLocalDay, ({ id }) => `/bureau/calendar/changes/${id}`)

export const endLocalDay = action(proposeLocalEndInput, proposeLocalEnd, ({ id }) => `/bureau/calendar/changes/${id}`)

export const apply = action(applyChangeInput, applyChange, ({ id }) => `/bureau/calendar/changes/${id}?done=applied`)
