import { documentPage } from '@/app/document'
import { AppError } from '@/domain/errors'
import { currentReleases } from '@/server/content/releases'
import { samples } from './samples'

type Context = { params: Promise<{ locale: string }> }

/** Every component in every state, in this language and direction, on the real course: where tests and eyes look. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return documentPage(request, (await params).locale, async ({ locale, t }) => {
    const release = (await currentReleases())[0]
    if (!release) throw new AppError('not-found', 'no course')
    const main = (
      <main id="main" className="wrap page stack-l">
        <h1>{TITLE}</h1>
        {samples(release, locale, t).map(({ name, states }) => (
          <section key={name} className="stack" aria-labelledby={`sample-${name}`}>
            <h2 id={`sample-${name}`}>
              <bdi dir="ltr">{name}</bdi>
            </h2>
            {states.map((state, place) => (
              <div key={`${name}-${String(place)}`}>{state}</div>
            ))}
          </section>
        ))}
      </main>
    )
    return { title: TITLE, main, index: false }
  })
}

// The one page for those who build: named as the field names it, in every language.
const TITLE = 'Style guide'
