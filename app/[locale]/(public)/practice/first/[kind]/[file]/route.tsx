import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { FirstPage } from '@/components/practice/first/first-page'
import { RetiredPage } from '@/components/practice/retired'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { typeset } from '@/i18n/typography'
import type { StyleName } from '@/server/assets'
import { permitToChangeAccount, permitToReadAccount } from '@/server/auth/permit'
import { FIRST_KINDS, type FirstKind, keepFirstDecision } from '@/server/practice/first-decision'
import { seeOther } from '@/server/respond'
import { firstDecisionOf } from '../../first-decision-of'

type Place = 'kind' | 'file'

/**
 * A file as anybody opens it, with its first decision and what follows. Nothing is stored: the choice is in the
 * address, through which signing up leads back. The form makes it the first decision of her own file.
 */
export const { GET, POST } = formPage<Place, void, string, string>({
  page: firstPage,
  read: (form) => {
    const choice = form.get('choice')
    if (typeof choice !== 'string') throw new AppError('invalid-input', 'first decision')
    return choice
  },
  act: async (_, choice, { caller, params }) => {
    const read = await permitToReadAccount(caller)
    const change = await permitToChangeAccount(caller)
    return keepFirstDecision({ read, change }, { kind: kindIn(params.kind), id: params.file, choice }, new Date())
  },
  done: (path, { locale }) => href(locale, path),
})

async function firstPage(context: Context<Place>): Promise<DocumentPage | Response> {
  const { locale, t, params, query, caller } = context
  const kind = kindIn(params.kind)
  const actor = await caller.actor()
  const signedIn = actor.kind === 'person'
  const file = { kind, id: params.file, choice: query.get('choice') }
  const decision = await firstDecisionOf(actor, file, { locale, t, now: new Date() })
  const own = href(locale, `/practice/${kind}/${params.file}`)
  if (signedIn && ('retired' in decision || decision.taken === null)) return seeOther(own)
  const path = href(locale, `/practice/first/${kind}/${params.file}`)
  const main =
    'retired' in decision ? (
      <RetiredPage title={decision.title} changes={decision.retired} result={null} locale={locale} t={t} />
    ) : (
      <FirstPage decision={decision} path={path} signedIn={signedIn} locale={locale} t={t} />
    )
  const title = `${t('casework.first.title')} · ${typeset(decision.title[locale], locale)}`
  return { title, main, styles: ['practice.css', ...STYLES[kind]], index: false }
}

const STYLES: Record<FirstKind, readonly StyleName[]> = {
  grid: ['casework.css', 'reader.css'],
  simulations: [],
  referral: ['referral.css'],
}

function kindIn(segment: string): FirstKind {
  const kind = FIRST_KINDS.find((one) => one === segment)
  if (!kind) throw new AppError('not-found', `kind of practice ${segment}`)
  return kind
}
