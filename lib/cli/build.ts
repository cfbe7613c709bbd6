import { runMain } from './sentence'
import { ensureBuild } from './site-build'

// The production build alone, as the test run needs it before its site starts.

await runMain(async () => {
  const built = await ensureBuild(process.env.XUESHI_BUILD_DIR || '.next')
  console.log(built ? 'Built.' : 'The sources are those of the last build.')
})
