'use server'

import { changeOrganization, changeOrganizationInput } from '@/lib/server/organization/change-organization'
import { enterOrganization, enterOrganizationInput } from '@/lib/server/organization/enter-organization'
import { action } from '@/lib/server/web/action'

export const enter = action(enterOrganizationInput, enterOrganization, ({ id }) => `/bureau/organizations/${id}?done=entered`)

export const change = action(changeOrganizationInput, changeOrganization, ({ id }) => `/bureau/organizations/${id}?done=changed`)
