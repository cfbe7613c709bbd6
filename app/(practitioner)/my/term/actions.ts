'use server'

import { buildUrl } from '@/lib/server/input/search'
import { withdrawTermInput, withdrawTerm as withdrawTermOf } from '@/lib/server/term/decide-term'
import { requestTermInput, requestTerm as requestTermOf } from '@/lib/server/term/request-term'
import { action } from '@/lib/server/web/action'

export const requestTerm = action(requestTermInput, requestTermOf, ({ appointment, end }) =>
  buildUrl('/my/term', { appointment, end, done: 'requested' }),
)
export const withdrawTerm = action(withdrawTermInput, withdrawTermOf, () => '/my/term?done=withdrawn')
