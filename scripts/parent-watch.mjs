import { readFileSync } from 'node:fs'

const EVERY_MS = 500

/** Calls back once when the program that started this process is gone; it may be killed without a word to us. */
export function whenParentDies(callback) {
  const parent = programAbove(process.pid)
  const timer = setInterval(() => {
    if (programAbove(process.pid) === parent) return
    clearInterval(timer)
    callback()
  }, EVERY_MS)
  timer.unref()
}

/** Our parent, or the one above when a shell stands between, as npm puts one. Orphans are given to another parent. */
function programAbove(pid) {
  const { parent } = readStat(pid)
  const above = readStat(parent)
  return /^(ba|da|z)?sh$/.test(above.name) ? above.parent : parent
}

// proc(5): pid (name) state ppid … Elsewhere than on Linux only the direct parent is known.
function readStat(pid) {
  try {
    const [, name, rest] = /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    return { name, parent: Number(rest.split(' ')[1]) }
  } catch {
    return { name: '', parent: process.ppid }
  }
}
