import type { Instrumentation } from 'next'

/** Runs once per server, before it answers requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startJobs, watchJobs } = await import('./server/jobs/start-jobs')
  watchJobs()
  await startJobs()
  await readLibrary()
}

/** Reading the library keeps the server busy for a second, so it is read before there is somebody to wait for it. */
async function readLibrary(): Promise<void> {
  const [{ library }, { logBug }] = await Promise.all([import('./server/content/library'), import('./server/log')])
  try {
    library()
  } catch (error) {
    // The courses of the last release are read without it.
    logBug(error)
  }
}

/** Logs an unexpected error once, under the request's id. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logBug } = await import('./server/log')
  const requestId = [request.headers['x-request-id']].flat()[0]
  logBug(error, { requestId, digest: (error as { digest?: string }).digest, route: context.routePath })
}
