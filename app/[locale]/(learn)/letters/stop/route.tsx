import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { StopLettersPage } from '@/components/account/stop-letters-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { stopLetters } from '@/server/account/letters/choose-letters'
import { stopOf } from '@/server/account/letters/my-letters'

/**
 * The page to which the link at the end of a letter leads. Its one button stops such letters; opening it changes
 * nothing, since programs that check mail open links too. It signs nobody in.
 */
export const { GET, POST } = formPage({
  page: stopPage,
  act: async (_, __, { query }: Context) => {
    const stop = await stopOf(tokenIn(query), new Date())
    if (!stop) throw new AppError('link-expired', 'link of no letter')
    await stopLetters(stop, new Date())
  },
  done: (_, { locale, query }) => addressOf(locale, query),
})

const tokenIn = (query: URLSearchParams) => query.get('token') ?? ''
const addressOf = (locale: Context['locale'], query: URLSearchParams) =>
  `${href(locale, '/letters/stop')}?token=${encodeURIComponent(tokenIn(query))}`

async function stopPage({ locale, t, query }: Context): Promise<DocumentPage> {
  const stop = await stopOf(tokenIn(query), new Date())
  const letterClass = stop?.letterClass ?? null
  const main = (
    <StopLettersPage
      letterClass={letterClass}
      stopped={stop?.stopped ?? false}
      action={addressOf(locale, query)}
      locale={locale}
      t={t}
    />
  )
  const title = t(letterClass ? `letters.stop.${letterClass}Title` : 'letters.stop.wrongTitle')
  return { title, main, index: false, secretAddress: true, status: stop ? 200 : 410 }
}
