import type { Context } from '@/app/http/context'
import { form } from '@/app/http/form'
import { fragment } from '@/app/http/fragment'
import { page } from '@/app/http/get-page'
import { NameAnswerNote } from '@/components/certificate/name-answer-note'
import { readTypedName } from '@/domain/certificate/name-check'
import { AppError } from '@/domain/errors'
import { clientAddress } from '@/server/auth/client-address'
import { checkName } from '@/server/certificate/check-name'
import { resultPage } from './result-page'

export const GET = page<'number'>((context) =>
  resultPage(context, { number: context.params.number, key: context.query.get('key'), given: null }),
)

/**
 * Checks whether the name on a paper is that of the certificate. The answer is this page, or a fragment for its own
 * script; a name never appears in an address.
 */
export const POST = form({
  back: ({ params }: Context<'number'>) => `/verify/${encodeURIComponent(params.number)}`,
  read: (sent) => {
    const typed = readTypedName(sent)
    if (typed.status === 'too-long') throw new AppError('too-large', 'typed name')
    if (typed.status === 'empty') throw new AppError('invalid-input', 'no name')
    return typed.name
  },
  act: async (_, name, context) => {
    const { number } = context.params
    const answer = await checkName(number, name, { address: await clientAddress(), now: new Date() })
    if (context.request.headers.get('x-fragment')) return fragment(<NameAnswerNote answer={answer} t={context.t} />)
    return resultPage(context, { number, key: null, given: { name, answer } })
  },
  done: (answer) => answer,
})
