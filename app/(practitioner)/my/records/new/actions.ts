'use server'

import { z } from 'zod'
import { CATEGORIES } from '@/lib/rules/types'
import { choice } from '@/lib/server/input/fields'
import { createDraft as createDraftOf } from '@/lib/server/record/draft/create-draft'
import { action } from '@/lib/server/web/action'

export const createDraft = action(z.strictObject({ category: choice(CATEGORIES) }), createDraftOf, ({ id }) => `/my/records/${id}/edit`)
