'use server'

import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import { enterOfficeAccount, enterOfficeAccountInput } from '@/lib/server/account/enter-office-account'
import { endRole, endRoleInput, grantRole, grantRoleInput } from '@/lib/server/account/grant-role'
import { resetPassword, resetPasswordInput } from '@/lib/server/account/reset-password'
import { setAccountActive, setAccountActiveInput } from '@/lib/server/account/set-account-active'
import { beginAppointment, beginAppointmentInput } from '@/lib/server/person/begin-appointment'
import { beginEmployment, beginEmploymentInput } from '@/lib/server/person/begin-employment'
import { changePerson, changePersonInput } from '@/lib/server/person/change-person'
import { endAppointment, endAppointmentInput } from '@/lib/server/person/end-appointment'
import { endEmployment, endEmploymentInput } from '@/lib/server/person/end-employment'
import { enterPerson, enterPersonInput } from '@/lib/server/person/enter-person'
import { findPersonByNumber, findPersonByNumberInput } from '@/lib/server/person/find-person-by-number'
import { revealIdNumber, revealIdNumberInput } from '@/lib/server/person/reveal-id-number'
import {
  removeTitleApplication,
  removeTitleApplicationInput,
  setTitleApplication,
  setTitleApplicationInput,
} from '@/lib/server/person/set-title-application'
import { action } from '@/lib/server/web/action'
import { accountPlace, personPlace } from './_parts/place'

export const enter = action(enterPersonInput, enterPerson, async ({ name, loginName, password }) => {
  const t = await getTranslations('admin.person')
  return { say: t('entered', { name, login: loginName, password }) }
})

export const enterAccount = action(enterOfficeAccountInput, enterOfficeAccount, async ({ name, loginName, password }) => {
  const t = await getTranslations('admin.person')
  return { say: t('entered', { name, login: loginName, password }) }
})

export const findByNumber = action(findPersonByNumberInput, findPersonByNumber, ({ person }) => `/bureau/people/${person}`)

export const change = action(changePersonInput, changePerson, ({ person }) => personPlace(person, 'changed'))

export const startEmployment = action(beginEmploymentInput, beginEmployment, ({ person }) => personPlace(person, 'employed'))

export const stopEmployment = action(endEmploymentInput, endEmployment, ({ person }) => personPlace(person, 'employmentEnded'))

export const startAppointment = action(beginAppointmentInput, beginAppointment, ({ person }) => personPlace(person, 'appointed'))

export const stopAppointment = action(endAppointmentInput, endAppointment, ({ person }) => personPlace(person, 'appointmentEnded'))

export const apply = action(setTitleApplicationInput, setTitleApplication, ({ person }) => personPlace(person, 'applies'))

export const removeApplication = action(removeTitleApplicationInput, removeTitleApplication, ({ person }) =>
  personPlace(person, 'appliesNot'),
)

export const grant = action(grantRoleInput, grantRole, (account) => accountPlace(account, 'granted'))

export const endOffice = action(endRoleInput, endRole, (account) => accountPlace(account, 'roleEnded'))

export const setActive = action(setAccountActiveInput, setAccountActive, (account) => accountPlace(account, account.standing))

export const reset = action(resetPasswordInput, resetPassword, async ({ displayName, loginName, password }) => {
  const t = await getTranslations('admin.person')
  // The page carries the account's version, which has just risen.
  revalidatePath('/bureau/people', 'layout')
  return { say: t('resetDone', { name: displayName, login: loginName, password }) }
})

export const reveal = action(revealIdNumberInput, revealIdNumber, async ({ idNumber }) => {
  const t = await getTranslations('admin.person')
  return { say: t('revealed', { number: idNumber }) }
})
