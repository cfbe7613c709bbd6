'use server'
import { returnHistoricInput, returnHistoricYear } from '@/lib/server/historic/return-historic-year'
import { revokeHistoricInput, revokeHistoricYear } from '@/lib/server/historic/revoke-historic-year'
import { verifyHistoricInput, verifyHistoricYear } from '@/lib/server/historic/verify-historic-year'
import { action } from '@/lib/server/web/action'

export const verify = action(verifyHistoricInput, verifyHistoricYear, ({ id }) => `/bureau/certification/history/${id}?done=verified`)
export const sendBack = action(returnHistoricInput, returnHistoricYear, ({ id }) => `/bureau/certification/history/${id}?done=returned`)
export const revoke = action(revokeHistoricInput, revokeHistoricYear, ({ id }) => `/bureau/certification/history/${id}?done=revoked`)
