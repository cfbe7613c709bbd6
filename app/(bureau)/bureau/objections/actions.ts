'use server'
import { confirmByCallInput, confirmObjectionByCall } from '@/lib/server/objection/confirm-objection-contact'
import { decideObjection, decideObjectionInput } from '@/lib/server/objection/decide-objection'
import { decideObjectionAppeal, decideObjectionAppealInput } from '@/lib/server/objection/decide-objection-appeal'
import { action } from '@/lib/server/web/action'

export const decide = action(decideObjectionInput, decideObjection, ({ id }) => `/bureau/objections/${id}?done=decided`)

export const decideAppeal = action(decideObjectionAppealInput, decideObjectionAppeal, ({ id }) => `/bureau/objections/${id}?done=decided`)

export const confirmCall = action(confirmByCallInput, confirmObjectionByCall, ({ id }) => `/bureau/objections/${id}?done=called`)
