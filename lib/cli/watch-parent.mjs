// Loaded first into the web process: when the command that started it is killed outright, nobody could stop it any more,
// and it would hold the port against the next start.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
}, 500).unref()
