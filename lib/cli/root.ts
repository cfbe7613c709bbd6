import { fileURLToPath } from 'node:url'

/** The folder that package.json stands in, without a slash at its end. */
export const rootFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
