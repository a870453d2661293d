import { logNotice } from './log-request.mjs'

/** From now on what Next prints by itself is a line of the log without its words: they may quote what a client sent. */
export function quietConsole() {
  for (const level of ['error', 'warn']) console[level] = (...said) => logNotice(level, said)
}
