import 'server-only'
import type { IncomingMessage } from 'node:http'
import { bodyLength, isUpload } from './limits'

/**
 * How many requests of a kind are handled at once, `each` of them at most for one client address, and how many more may
 * wait for their turn.
 */
type Ceiling = { atOnce: number; each?: number; waiting: number }
/** A request with a long body is an `upload`: it holds its place while its body arrives. */
export type Kind = 'read' | 'write' | 'upload'
type Ceilings = Record<Kind, Ceiling>

const SITE: Ceilings = {
  // A page is mostly processor time: more at once would make each one slower, hold more memory, and wait for the same
  // few database connections.
  read: { atOnce: 16, waiting: 1000 },
  // A form waits for the database more than for the processor. Its body has arrived before it takes a place.
  write: { atOnce: 64, waiting: 1000 },
  upload: { atOnce: 32, waiting: 100 },
}
/** Enough to keep one core and its database connections busy. */
const LEAST: Record<Kind, number> = { read: 8, write: 16, upload: 8 }
/** One address has at most this part of the places for uploads. */
const SHARE_OF_ADDRESS = 1 / 4
/** A reader waits this long for a page without leaving. */
const PATIENCE_MS = 8000
/** A request whose client has disconnected holds its place until its handler ends, but no longer than this. */
const GONE_MS = 15_000

/** Requests that cost next to nothing, and the health checks, which matter most when the site is busy. */
const ALWAYS = /^\/(api\/health(\/(live|ready))?|robots\.txt)$/

/** Divides the site's ceilings among its workers. Each worker gets at least enough to keep a core busy. */
export function ceilingsFor(workers: number): Ceilings {
  const share = (kind: Kind): Ceiling => ({
    atOnce: Math.max(LEAST[kind], Math.ceil(SITE[kind].atOnce / workers)),
    waiting: Math.ceil(SITE[kind].waiting / workers),
  })
  const upload = share('upload')
  return { read: share('read'), write: share('write'), upload: { ...upload, each: upload.atOnce * SHARE_OF_ADDRESS } }
}

/** The kind of a request, by its method and the announced length of its body. */
export function kindOf({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): Kind {
  if (method === 'GET' || method === 'HEAD') return 'read'
  return isUpload(bodyLength(headers)) ? 'upload' : 'write'
}

type Outcome = { handle: () => unknown; refuse: () => void }
/** `address`: of the client, as far as it can be trusted. */
type Asked = { url?: string; kind: Kind; address: string }
type Answer = { writableFinished: boolean; once: (event: 'close', listener: () => void) => unknown }

/**
 * Admission control: requests beyond the ceilings wait in turn, and are refused if they have waited too long, so that
 * the running ones are finished instead of all of them slowing down.
 *
 * @returns a function of a request and its response. It calls `handle`, now or later, or `refuse`; neither if the
 * client has disconnected meanwhile.
 */
export function admission(ceilings: Ceilings, patienceMs = PATIENCE_MS) {
  const queues = {
    read: queueOf(ceilings.read, patienceMs),
    write: queueOf(ceilings.write, patienceMs),
    upload: queueOf(ceilings.upload, patienceMs),
  }

  return ({ url = '', kind, address }: Asked, response: Answer, outcome: Outcome): void => {
    if (ALWAYS.test(url.split('?')[0] ?? '')) outcome.handle()
    else queues[kind](address, response, outcome)
  }
}

type Entry = { address: string; response: Answer; handle: Outcome['handle']; timer?: NodeJS.Timeout }

function queueOf({ atOnce, each = atOnce, waiting }: Ceiling, patienceMs: number) {
  const line = new Set<Entry>()
  const atWork: string[] = []
  const hasPlace = (address: string) =>
    atWork.length < atOnce && (each >= atOnce || atWork.filter((other) => other === address).length < each)

  const leave = (entry: Entry) => {
    clearTimeout(entry.timer)
    return line.delete(entry)
  }
  const next = () => {
    const first = [...line].find(({ address }) => hasPlace(address))
    if (first === undefined) return
    leave(first)
    work(first)
  }
  const work = ({ address, response, handle }: Entry) => {
    atWork.push(address)
    const handled = Promise.resolve(handle())
    response.once('close', async () => {
      if (!response.writableFinished) await settled(handled)
      // In a later turn of the event loop. Pages that wait for nothing would otherwise follow each other within one
      // turn, seconds long, in which no database connection, timer or health check is served.
      setImmediate(() => {
        atWork.splice(atWork.indexOf(address), 1)
        next()
      })
    })
  }

  return (address: string, response: Answer, { handle, refuse }: Outcome) => {
    const entry: Entry = { address, response, handle }
    if (hasPlace(address)) return work(entry)
    if (line.size >= waiting) return refuse()
    entry.timer = setTimeout(() => leave(entry) && refuse(), patienceMs)
    response.once('close', () => leave(entry))
    line.add(entry)
  }
}

/** Waits until a promise settles, with a time limit. */
async function settled(promise: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, GONE_MS)
  })
  await Promise.race([promise.catch(() => {}), limit])
  clearTimeout(timer)
}
