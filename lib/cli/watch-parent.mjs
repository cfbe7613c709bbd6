// Imported first by the web and worker processes. It ends them when the command that started them was killed: otherwise nobody would stop
// them, and the web process would keep the port from the next start.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, 500).unref()
