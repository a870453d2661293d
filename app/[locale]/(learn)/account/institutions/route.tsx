import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { textFields } from '@/domain/form/form-fields'
import { readId } from '@/domain/institution/grant'
import { permitToReadAccount, requirePermission } from '@/server/auth/permit'
import { acceptOffer, declineOffer, offeredTo } from '@/server/institution/answer-offer'
import { institutionsPage } from './institutions-page'

const ANSWERS = { accept: acceptOffer, decline: declineOffer } as const
const DONE = { accept: 'accepted', decline: 'declined' } as const
type Answer = { answer: keyof typeof ANSWERS; offer: string }

/** The roles that she was offered, and where she belongs; the form accepts or declines a role. */
export const { GET, POST } = formPage({
  permit: ({ caller }: Context) => permitToReadAccount(caller),
  page: institutionsPage,
  read: (form): Answer => {
    const { act, offer: typed } = textFields(form, ['act', 'offer'])
    const answer = act === 'accept' || act === 'decline' ? act : null
    const offer = readId(typed)
    if (!answer || !offer) throw new AppError('invalid-input', 'answer to an offer')
    return { answer, offer }
  },
  act: async (_, { answer, offer }, { caller }) => {
    // Of somebody else and of nobody are the same here.
    const permit = await requirePermission(caller, 'offer:answer', { accountId: await offeredTo(offer) })
    await ANSWERS[answer](permit, offer, new Date())
    return answer
  },
  done: (answer, { locale }) => `${href(locale, '/account/institutions')}?done=${DONE[answer]}`,
})
