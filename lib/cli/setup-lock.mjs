// Two commands started at once must not install into each other: one works, the other waits.
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** Runs `work` alone among all processes on `folder`. A lock whose processes are dead (kill -9) is taken over. */
export async function withSetupLock(folder, say, work) {
  // Outside the clone, since npm empties node_modules, and a lock file beside package.json would be one file more to ignore.
  const file = join(tmpdir(), `xueshi-setup-${userInfo().uid}-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
  const own = identity(process.pid)
  await acquire(file, own, say)
  try {
    // npm may outlive us when only we are killed: while it runs the lock holds.
    return await work((pid) => writeFileSync(file, `${own}\n${identity(pid)}`))
  } finally {
    rmSync(file, { force: true })
  }
}

async function acquire(file, own, say) {
  let said = false
  for (;;) {
    try {
      writeFileSync(file, own, { flag: 'wx' })
      // Another may just have removed, as dead, the lock that we have this moment made: see whether it is still ours.
      await pause(100)
      if (holders(file)[0] === own) return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (!holders(file).some(isRunning)) rmSync(file, { force: true })
    else {
      if (!said) say('Another command is setting this folder up; waiting for it …')
      said = true
      await pause(300)
    }
  }
}

function holders(file) {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean)
  } catch {
    return []
  }
}

/** A process by number and starting moment, since numbers come back. */
function identity(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie waits only to be reaped, in a container without an init for ever.
    return fields[0] === 'Z' ? `${pid} dead` : `${pid} ${fields[19]}`
  } catch {
    return `${pid}`
  }
}

function isRunning(holder) {
  const pid = Number(holder.split(' ')[0])
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  return identity(pid) === holder
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
