'use server'

import { askImpact, askImpactInput, cancelImpact, cancelJobInput } from '@/lib/server/impact/ask-impact'
import { discardDraft, discardDraftInput } from '@/lib/server/rule-draft/discard-draft'
import { editDeadline, editDeadlineInput } from '@/lib/server/rule-draft/edit-deadline'
import { editFigure, editFigureInput } from '@/lib/server/rule-draft/edit-figure'
import { editHead, editHeadInput } from '@/lib/server/rule-draft/edit-head'
import {
  editAllocation,
  editAllocationInput,
  editDeny,
  editDenyInput,
  editScope,
  editScopeInput,
  editTransition,
  editTransitionInput,
  editWarn,
  editWarnInput,
} from '@/lib/server/rule-draft/edit-setting'
import { publishDraft, publishDraftInput } from '@/lib/server/rule-draft/publish-draft'
import { startDraft, startDraftInput } from '@/lib/server/rule-draft/start-draft'
import { action } from '@/lib/server/web/action'

export const start = action(startDraftInput, startDraft, ({ id }) => `/bureau/rules/${id}?done=started`)
export const head = action(editHeadInput, editHead, ({ id }) => `/bureau/rules/${id}?done=saved`)
export const figure = action(editFigureInput, editFigure, ({ id }) => `/bureau/rules/${id}?done=saved`)
export const deadline = action(editDeadlineInput, editDeadline, ({ id }) => `/bureau/rules/${id}?done=saved`)
export const scope = action(editScopeInput, editScope, ({ id }) => `/bureau/rules/${id}?done=saved`)
export const allocation = action(editAllocationInput, editAllocation, ({ id }) => `/bureau/rules/${id}?done=saved`)
export const deny = action(editDenyInput, editDeny, ({ id }) => `/bureau/rules/${id}?done=saved`)
export const warn = action(editWarnInput, editWarn, ({ id }) => `/bureau/rules/${id}?done=saved`)
export const transition = action(editTransitionInput, editTransition, ({ id }) => `/bureau/rules/${id}?done=saved`)
export const discard = action(discardDraftInput, discardDraft, () => '/bureau/rules?done=discarded')
export const publish = action(publishDraftInput, publishDraft, ({ id }) => `/bureau/rules/${id}?done=published`)
export const askForImpact = action(askImpactInput, askImpact, ({ ruleSetId, jobId }) => `/bureau/rules/${ruleSetId}/impact/${jobId}`)
export const stopImpact = action(cancelJobInput, cancelImpact, ({ ruleSetId, jobId }) => `/bureau/rules/${ruleSetId}/impact/${jobId}`)
