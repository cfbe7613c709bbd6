'use server'

import { raiseObjection, raiseObjectionInput } from '@/lib/server/objection/raise-objection'
import { action } from '@/lib/server/web/action'

// By phone the code says nothing about the number and may be shown at once; by e-mail it goes to the address alone.
export const raise = action(raiseObjectionInput, raiseObjection, ({ batchId, item, contactKind, code }) =>
  contactKind === 'phone' ? `/board/objection/${code}?done=raised` : `/board/${batchId}/object/${item}?done=sent`,
)
