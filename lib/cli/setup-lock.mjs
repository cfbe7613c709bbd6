// Two commands that start at once must not install at the same time: one works, the other waits.
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** Runs `work` while this process holds the lock of `folder`. A lock whose processes no longer run (kill -9) is taken over. */
export async function withSetupLock(folder, say, work) {
  // Outside the clone: npm empties node_modules, and next to package.json git would have to ignore it.
  const file = join(tmpdir(), `xueshi-setup-${userInfo().uid}-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
  const own = identity(process.pid)
  await acquire(file, own, say)
  try {
    // npm may outlive this process when only this one is killed: the lock holds as long as npm runs.
    return await work((pid) => writeFileSync(file, `${own}\n${identity(pid)}`))
  } finally {
    rmSync(file, { force: true })
  }
}

async function acquire(file, own, say) {
  let reported = false
  for (;;) {
    try {
      writeFileSync(file, own, { flag: 'wx' })
      // Another process that found the old, abandoned lock may have removed the one just written: check that it is still ours.
      await pause(100)
      if (holders(file)[0] === own) return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (!holders(file).some(isRunning)) rmSync(file, { force: true })
    else {
      if (!reported) say('Another command is setting this folder up; waiting for it …')
      reported = true
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

/** A process by its id and start time, since ids are reused. */
function identity(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie has ended and only waits for its parent; in a container without an init it stays for ever.
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
