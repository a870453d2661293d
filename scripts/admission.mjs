/** How many requests of a kind are handled at once, how many more may wait for a place, and for how long. */
const LIMITS = {
  // A page is mostly processor time: more at once makes each slower, holds more memory, and waits for the same few connections
  // to the database.
  read: { atOnce: 16, waiting: 1000 },
  // A place is held while the body arrives, however slowly its sender's network is.
  write: { atOnce: 64, waiting: 1000 },
}
/** A reader waits this long for a page without leaving. */
const PATIENCE_MS = 8000
/** A request that was given up by its sender holds its place until its handler ends, but no longer than this. */
const GIVEN_UP_MS = 15_000
/** When somebody who was refused may come again, in seconds. */
export const RETRY_AFTER_SECONDS = 5

/** Files, which cost next to nothing, and the question whether the site is up, which must be answered above all when it is busy. */
const ALWAYS = /^\/(_next\/static\/|assets\/|fonts\/|api\/health$|icon\.svg$|robots\.txt$)/

/**
 * Admission control: requests beyond the limits wait in turn, and those that have waited too long are refused, so that the
 * ones at work are finished rather than all of them delayed without end.
 *
 * @returns a function of a request and its response. `handle` is called at once or later, or `refuse` in its place; neither
 * when the client has gone meanwhile.
 */
export function admission(limits = LIMITS, patienceMs = PATIENCE_MS) {
  const queues = { read: queueOf(limits.read, patienceMs), write: queueOf(limits.write, patienceMs) }

  return (request, response, { handle, refuse }) => {
    if (ALWAYS.test(request.url.split('?')[0])) return handle()
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    queues[isRead ? 'read' : 'write'](response, { handle, refuse })
  }
}

function queueOf({ atOnce, waiting }, patienceMs) {
  const line = new Set()
  let atWork = 0

  const leave = (entry) => {
    clearTimeout(entry.timer)
    return line.delete(entry)
  }
  const next = () => {
    const [first] = line
    if (first === undefined || atWork >= atOnce) return
    leave(first)
    work(first)
  }
  const work = ({ response, handle }) => {
    atWork += 1
    const handled = Promise.resolve(handle())
    response.once('close', async () => {
      if (!response.writableFinished) await settled(handled)
      atWork -= 1
      next()
    })
  }

  return (response, { handle, refuse }) => {
    const entry = { response, handle }
    if (atWork < atOnce) return work(entry)
    if (line.size >= waiting) return refuse()
    entry.timer = setTimeout(() => leave(entry) && refuse(), patienceMs)
    response.once('close', () => leave(entry))
    line.add(entry)
  }
}

/** Waits until a promise settles, but not for ever. */
async function settled(promise) {
  let timer
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, GIVEN_UP_MS)
  })
  await Promise.race([promise.catch(() => {}), limit])
  clearTimeout(timer)
}
