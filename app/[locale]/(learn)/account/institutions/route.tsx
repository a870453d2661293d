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

/** Lists the roles offered to her and the institutions where she has a role. The form accepts or declines an offer. */
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
    // An offer to somebody else is refused like an offer that does not exist.
    const permit = await requirePermission(caller, 'offer:answer', { accountId: await offeredTo(offer) })
    await ANSWERS[answer](permit, offer, new Date())
    return answer
  },
  done: (answer, { locale }) => `${href(locale, '/account/institutions')}?done=${DONE[answer]}`,
})
