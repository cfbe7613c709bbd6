'use server'
import { action } from '@/lib/server/action'
import { returnHistoricInput, returnHistoricYear } from '@/lib/server/historic/return-historic-year'
import { revokeHistoricInput, revokeHistoricYear } from '@/lib/server/historic/revoke-historic-year'
import { verifyHistoricInput, verifyHistoricYear } from '@/lib/server/historic/verify-historic-year'

export const verify = action(verifyHistoricInput, verifyHistoricYear, ({ id }) => `/bureau/certification/history/${id}?done=verified`)
export const giveBack = action(returnHistoricInput, returnHistoricYear, ({ id }) => `/bureau/certification/history/${id}?done=returned`)
export const revoke = action(revokeHistoricInput, revokeHistoricYear, ({ id }) => `/bureau/certification/history/${id}?done=revoked`)
