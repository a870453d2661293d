import type { Instrumentation } from 'next'

/** Once per server, before it answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startJobs } = await import('./server/jobs/jobs')
  await startJobs()
}

/** A bug is logged once, under the request's id and the reference that the error page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('./server/log')
  const { message, digest, stack } = error as Error & { digest?: string }
  const requestId = [request.headers['x-request-id']].flat()[0]
  log('error', {
    requestId,
    digest,
    route: context.routePath,
    message,
    stack: stack?.split('\n').slice(1, 6).join(' '),
  })
}
