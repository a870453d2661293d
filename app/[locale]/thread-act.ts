import type { Context } from '@/app/http/context'
import type { Refused } from '@/app/http/form'
import { refuseFields } from '@/components/form/refuse-form'
import { AppError } from '@/domain/errors'
import { fieldProblems } from '@/domain/form/field-problem'
import { readThread, type ThreadWritten, threadSchema } from '@/domain/thread/thread'

/** A message to a thread, or the form with its errors. @throws {AppError} invalid-input for another form */
export function readWrittenThread(sent: FormData, { t }: Context): ThreadWritten | Refused {
  const typed = readThread(sent)
  const { data, error } = threadSchema.safeParse(typed)
  if (data) return data
  const problems = fieldProblems(error)
  if ('draft' in problems) throw new AppError('invalid-input', 'another form')
  return { refused: refuseFields(t, problems, typed) }
}
