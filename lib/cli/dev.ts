import { runSite } from './run-site'
import { runMain } from './sentence'

await runMain(() => runSite('dev'))
