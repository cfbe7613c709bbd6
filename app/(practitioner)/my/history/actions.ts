'use server'

import { enterHistoricInput, enterHistoricYear } from '@/lib/server/historic/enter-historic-year'
import { submitHistoricInput, submitHistoricYear, withdrawHistoricInput, withdrawHistoricYear } from '@/lib/server/historic/move-historic'
import { action } from '@/lib/server/web/action'

export const enter = action(enterHistoricInput, enterHistoricYear, ({ id }) => `/my/history/${id}?done=saved`)
export const submit = action(submitHistoricInput, submitHistoricYear, ({ id }) => `/my/history/${id}?done=submitted`)
export const withdraw = action(withdrawHistoricInput, withdrawHistoricYear, ({ id }) => `/my/history/${id}?done=withdrawn`)
