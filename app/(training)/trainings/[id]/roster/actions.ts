'use server'

import { addRosterRow, addRosterRowInput } from '@/lib/server/roster/add-roster-row'
import { confirmRoster, confirmRosterInput } from '@/lib/server/roster/confirm-roster'
import { discardRoster, discardRosterInput } from '@/lib/server/roster/discard-roster'
import { removeRosterRow, removeRosterRowInput } from '@/lib/server/roster/remove-roster-row'
import { takeBackRoster, takeBackRosterInput } from '@/lib/server/roster/take-back-roster'
import { action } from '@/lib/server/web/action'

export const add = action(addRosterRowInput, addRosterRow, ({ filing }) => `/trainings/${filing}/roster?done=added`)

export const remove = action(removeRosterRowInput, removeRosterRow, ({ filing }) => `/trainings/${filing}/roster?done=removed`)

export const confirm = action(confirmRosterInput, confirmRoster, ({ filing }) => `/trainings/${filing}/roster?done=confirmed`)

export const discard = action(discardRosterInput, discardRoster, ({ filing }) => `/trainings/${filing}/roster?done=discarded`)

export const takeBack = action(takeBackRosterInput, takeBackRoster, ({ filing }) => `/trainings/${filing}/roster?done=taken_back`)
