'use server'

import { z } from 'zod'
import { number, text } from '@/lib/server/input/fields'
import { action } from '@/lib/server/web/action'
import { AUTOMATIC, chooseOption as chooseOptionOf } from '@/lib/server/year/choose-option'

const chosen = z.strictObject({
  year: number({ least: 1900, most: 2999, step: 1 }),
  recordId: text(40).transform((value) => (value === AUTOMATIC ? null : value)),
})

export const chooseOption = action(chosen, chooseOptionOf, ({ year }) => `/my/options?year=${year}&done=chosen`)
