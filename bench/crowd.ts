import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { LOCALES } from '@/domain/locale'
import type { BenchSite } from './bench-site'
import { REAL_COURSE } from './fill/fill-database'
import { percentile } from './load'
import { cookieOf, inTurn } from './people'
import { memoryMb } from './processes'

const CONNECTIONS = 200
const SECONDS = 60
const REST_SECONDS = 30
/** A reader without an answer after this time counts as gone. */
const PATIENCE_MS = 30_000

/**
 * What 200 concurrent readers of lessons experience, each of whom sends her next request as soon as she has her answer.
 * Times from request to answer in milliseconds; memory (PSS) of the server in megabytes, null if unknown.
 */
export type CrowdFigures = {
  /** The number of answers for each status; 0 stands for no answer within 30 seconds, or a broken connection. */
  statuses: Record<number, number>
  p50: number
  p95: number
  longest: number
  memory: { before: number | null; most: number | null; afterRest: number | null }
}

export async function measureCrowd({ port, learners, courses, serverPid }: BenchSite): Promise<CrowdFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const locale = inTurn(LOCALES)
  const lesson = inTurn(courses.real.course.lessons.map(({ file }) => file.id))
  const cookies = await Promise.all(learners.slice(0, CONNECTIONS).map(cookieOf))
  const statuses: Record<number, number> = {}
  const took: number[] = []
  const before = memoryMb(serverPid)
  let most = before

  const ends = performance.now() + SECONDS * 1000
  const reader = async (cookie: string) => {
    while (performance.now() < ends) {
      const began = performance.now()
      const status = await statusOf(agent, port, `/${locale()}/courses/${REAL_COURSE}/lessons/${lesson()}`, cookie)
      statuses[status] = (statuses[status] ?? 0) + 1
      took.push(performance.now() - began)
    }
  }
  const watch = setInterval(() => {
    most = Math.max(most ?? 0, memoryMb(serverPid) ?? 0)
  }, 1000)
  await Promise.all(cookies.map(reader))
  clearInterval(watch)
  agent.destroy()
  await sleep(REST_SECONDS * 1000)
  return {
    statuses,
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
    longest: percentile(took, 1),
    memory: { before, most, afterRest: memoryMb(serverPid) },
  }
}

function statusOf(agent: Agent, port: number, path: string, cookie: string): Promise<number> {
  return new Promise((resolve) => {
    const headers = { host: `localhost:${port}`, 'accept-encoding': 'gzip, deflate, br', cookie }
    const outgoing = request({ agent, host: '127.0.0.1', port, path, headers, timeout: PATIENCE_MS }, (incoming) => {
      incoming.resume().on('end', () => resolve(incoming.statusCode ?? 0))
    })
    outgoing.on('timeout', () => outgoing.destroy()).on('error', () => resolve(0))
    outgoing.end()
  })
}
