const EVERY_MS = 500

/** Calls back once when the process that started this one is gone: it may be killed without a word to us. */
export function whenParentDies(callback) {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    callback()
  }, EVERY_MS)
  timer.unref()
}
