'use server'

import { z } from 'zod'
import { CATEGORIES } from '@/lib/rules/types'
import { action } from '@/lib/server/action'
import { choice } from '@/lib/server/fields'
import { createDraft as createDraftOf } from '@/lib/server/record/create-draft'

export const createDraft = action(z.strictObject({ category: choice(CATEGORIES) }), createDraftOf, ({ id }) => `/my/records/${id}/edit`)
