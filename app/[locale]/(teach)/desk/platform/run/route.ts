import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { requirePermission } from '@/server/auth/permit'
import { startJob } from '@/server/desk/run-platform'
import { JOB_NAMES, type JobName } from '@/server/queue/wake'

/** Starts a job. */
export const POST = form({
  back: () => '/desk/platform',
  permit: ({ caller }: Context) => requirePermission(caller, 'platform:run', {}),
  read: readJob,
  act: (permit, job) => startJob(permit, job, new Date()),
  done: (_, { locale }) => href(locale, '/desk/platform?done=started'),
})

/** @throws {AppError} invalid-input */
function readJob(sent: FormData): JobName {
  const job = JOB_NAMES.find((one) => one === sent.get('job'))
  if (!job) throw new AppError('invalid-input', 'no such job')
  return job
}
