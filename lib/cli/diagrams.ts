import { writeFile } from 'node:fs/promises'
import { workflowReadme } from '@/lib/workflow/diagram'
import { rootFolder } from './root'
import { runMain } from './sentence'

// `npm run diagrams`, after a change of lib/workflow/tables: draws lib/workflow/README.md anew.

await runMain(() => writeFile(`${rootFolder}/lib/workflow/README.md`, workflowReadme()))
