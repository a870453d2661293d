import { documentPage } from '@/app/document'
import { formPage } from '@/app/form-page'
import { AppError } from '@/domain/errors'
import { textFields } from '@/domain/form/form-fields'
import { readId } from '@/domain/institution/grant'
import { requirePermission } from '@/server/auth/permit'
import { acceptOffer, declineOffer, offeredTo } from '@/server/institution/answer-offer'
import { seeOther } from '@/server/respond'
import { permitToRead } from '../permit'
import { institutionsPage } from './institutions-page'

type Context = { params: Promise<{ locale: string }> }
const PATH = '/account/institutions'
const ANSWERS = { accept: acceptOffer, decline: declineOffer } as const
const DONE = { accept: 'accepted', decline: 'declined' } as const

/** The roles that she was offered, and where she belongs. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async (context) =>
    institutionsPage(context, await permitToRead()),
  )
}

/** Accepts or declines a role that she was offered. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params
  return formPage(request, locale, PATH, async (form) => {
    await permitToRead()
    const { act, offer: typed } = textFields(form, ['act', 'offer'])
    const answer = act === 'accept' || act === 'decline' ? act : null
    const offer = readId(typed)
    if (!answer || !offer) throw new AppError('invalid-input', 'answer to an offer')
    // Of somebody else and of nobody are the same here.
    const permit = await requirePermission('offer:answer', { accountId: await offeredTo(offer) })
    await ANSWERS[answer](permit, offer, new Date())
    return seeOther(`/${locale}${PATH}?done=${DONE[answer]}`)
  })
}
