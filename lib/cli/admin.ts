import { answerOf, parseArguments } from './ask'
import { runMain, Sentence } from './sentence'
import { prepareDatabase } from './site-database'
import { adoptAsOwner, openSiteEnvironment } from './site-environment'

// `npm run admin -- [--login NAME --name "FULL NAME" --bureau "CITY BUREAU"]`: creates the first administrator.

const LOGIN = /^[a-z0-9][a-z0-9._-]{2,39}$/

await runMain(async () => {
  const { options } = parseArguments(['login', 'name', 'bureau'])
  const loginName = (await answerOf(options, 'login', 'Login name')).toLowerCase()
  if (!LOGIN.test(loginName))
    throw new Sentence('A login name has 3 to 40 of these: a–z, 0–9, dot, hyphen, underscore; it begins with a letter or digit.')
  const displayName = await answerOf(options, 'name', "The administrator's name")
  const bureauName = await answerOf(options, 'bureau', "The city bureau's name")
  const site = await openSiteEnvironment()
  try {
    await prepareDatabase(site, false)
    adoptAsOwner(site)
    // Imported only after the environment is set: the server's modules read it when they are first imported.
    const { createFirstAdministrator } = await import('@/lib/server/account/create-first-administrator')
    const { db, pool } = await import('@/lib/server/database/db')
    try {
      const created = await createFirstAdministrator({ loginName, displayName, bureauName }, new Date())
      if (!created) throw new Sentence('There is an administrator already. Create further ones in the browser, under accounts.')
      console.log(
        `\nAdministrator ${loginName} was created. The first password, shown only now and to be changed at the first sign-in:\n\n  ${created.password}\n`,
      )
    } finally {
      await db.$disconnect()
      await pool.end()
    }
  } finally {
    await site.release()
  }
})
