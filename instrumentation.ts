import type { Instrumentation } from 'next'

/** Runs once per server, before it answers requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startJobs, watchJobs } = await import('./server/jobs/start-jobs')
  watchJobs()
  await startJobs()
}

/** Logs an unexpected error once, under the request's id. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logBug } = await import('./server/log')
  const requestId = [request.headers['x-request-id']].flat()[0]
  logBug(error, { requestId, digest: (error as { digest?: string }).digest, route: context.routePath })
}
