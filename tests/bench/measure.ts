import type { BenchSite } from './bench-site'
import { type Deed, percentile, repeat } from './load'
import { cpuMs } from './processes'

/** What one case did on so many connections. Times in milliseconds; processor time is per deed, null where unknown. */
export type Figures = {
  connections: number
  done: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  serverCpu: number | null
  databaseCpu: number | null
  cpu: number | null
}

export async function measure(
  { serverPid, databasePid }: Pick<BenchSite, 'serverPid' | 'databasePid'>,
  deed: Deed,
  connections: number,
  seconds: number,
): Promise<Figures> {
  const cpu = () => [cpuMs(serverPid), cpuMs(databasePid)] as const
  const [serverBefore, databaseBefore] = cpu()
  const began = performance.now()
  const took = await repeat(deed, connections, seconds)
  const elapsed = performance.now() - began
  const [serverAfter, databaseAfter] = cpu()

  const each = (before: number | null, after: number | null) =>
    before === null || after === null || took.length === 0 ? null : (after - before) / took.length
  const serverCpu = each(serverBefore, serverAfter)
  const databaseCpu = each(databaseBefore, databaseAfter)
  return {
    connections,
    done: took.length,
    perSecond: (took.length * 1000) / elapsed,
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
    p99: percentile(took, 0.99),
    serverCpu,
    databaseCpu,
    cpu: serverCpu === null || databaseCpu === null ? null : serverCpu + databaseCpu,
  }
}
