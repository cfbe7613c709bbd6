'use server'
import { action } from '@/lib/server/action'
import { lookUpCertificate, lookUpInput } from '@/lib/server/certificate/look-up-certificate'

export const lookUp = action(lookUpInput, lookUpCertificate, ({ key }) => `/verify/${key}`)
