import { page } from '@/app/http/get-page'
import { DecisionsAlike } from '@/components/library/decisions-alike'
import { DebriefPage } from '@/components/practice/simulation/debrief-page'
import { href, reportHref } from '@/components/shell/paths'
import { permitToReadAccount } from '@/server/auth/permit'
import { library } from '@/server/content/library'
import { endedRun } from '@/server/practice/simulation/own-runs'
import { seeOther } from '@/server/respond'
import { citingOf, debriefView, titleOf } from '../../simulation-views'

/** The debrief of her last run that has ended, or of the run that `?run=` numbers; a redirect if there is none. */
export const GET = page<'case'>(async ({ locale, t, query, params, caller }) => {
  const permit = await permitToReadAccount(caller)
  const path = href(locale, `/practice/simulations/${params.case}`)
  const number = /^\d{1,6}$/.test(query.get('run') ?? '') ? Number(query.get('run')) : null
  const ended = await endedRun(permit, params.case, number)
  if (!ended) return seeOther(path)
  const read = { found: ended.found, locale }
  const main = (
    <DebriefPage
      debrief={debriefView(read, ended.play, { runId: ended.run.id, seatName: null })}
      links={[
        { href: href(locale, '/practice'), label: t('casework.title') },
        { href: path, label: titleOf(read) },
      ]}
      alike={<DecisionsAlike keywords={ended.found.file.keywords} store={library()} locale={locale} t={t} />}
      acts={
        <form method="post" action={path} className="row no-print">
          <button type="submit" className="btn primary">
            {t('casework.simulation.start.again')}
          </button>
          <a className="btn" href={href(locale, '/practice')}>
            {t('casework.simulation.debrief.others')}
          </a>
          <a href={reportHref(locale, `/practice/simulations/${params.case}/debrief`)}>
            {t('casework.simulation.debrief.report')}
          </a>
        </form>
      }
      citing={citingOf(ended, locale)}
      locale={locale}
      t={t}
    />
  )
  const title = `${t('casework.simulation.debrief.title')} · ${titleOf(read)}`
  return { title, main, script: 'reason.js', styles: ['simulation.css', 'reader.css'], index: false }
})
