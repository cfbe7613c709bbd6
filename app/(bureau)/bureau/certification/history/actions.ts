'use server'
import {
  returnHistoricInput,
  returnHistoricYear,
  revokeHistoricInput,
  revokeHistoricYear,
  verifyHistoricInput,
  verifyHistoricYear,
} from '@/lib/server/historic/move-historic'
import { action } from '@/lib/server/web/action'

export const verify = action(verifyHistoricInput, verifyHistoricYear, ({ id }) => `/bureau/certification/history/${id}?done=verified`)
export const sendBack = action(returnHistoricInput, returnHistoricYear, ({ id }) => `/bureau/certification/history/${id}?done=returned`)
export const revoke = action(revokeHistoricInput, revokeHistoricYear, ({ id }) => `/bureau/certification/history/${id}?done=revoked`)
