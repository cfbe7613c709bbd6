import { writeFile } from 'node:fs/promises'
import { workflowReadme } from '@/lib/workflow/diagram'
import { rootFolder } from './root'
import { runMain } from './sentence'

// `npm run diagrams`: writes lib/workflow/README.md. To be run after a change of lib/workflow/tables.

await runMain(() => writeFile(`${rootFolder}/lib/workflow/README.md`, workflowReadme()))
