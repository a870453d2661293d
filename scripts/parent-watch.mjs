const EVERY_MS = 500

/**
 * Calls back once when the parent process is gone. The parent may have been killed without a signal to this process.
 */
export function whenParentDies(callback) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    callback()
  }, EVERY_MS)
  timer.unref()
}
