import { runMain } from './sentence'
import { ensureBuild } from './site-build'

// Makes the production build without starting the site: the test run needs it before its site starts.

await runMain(async () => {
  const built = await ensureBuild(process.env.XUESHI_BUILD_DIR || '.next')
  console.log(built ? 'Built.' : 'The build is up to date.')
})
