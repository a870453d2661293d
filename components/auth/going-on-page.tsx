import type { Translator } from '@/i18n/translator'

type Props = { to: 'there' | 'out'; url: string; school: string; t: Translator }

/** Links to the site of an institution, if the browser does not redirect by itself. */
export function GoingOnPage({ to, url, school, t }: Props) {
  return (
    <main id="main" className="wrap page">
      <div className="narrow stack">
        <h1>{t(`schoolAccount.goingOn.${to}.title`)}</h1>
        <p>
          <bdi>{school}</bdi>
        </p>
        <p>{t(`schoolAccount.goingOn.${to}.lead`)}</p>
        <p>
          <a className="btn primary" href={url}>
            {t(`schoolAccount.goingOn.${to}.link`)}
          </a>
        </p>
      </div>
    </main>
  )
}
