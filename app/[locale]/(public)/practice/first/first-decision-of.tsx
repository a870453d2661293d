import { CitationLinks } from '@/components/library/citation-links'
import type { FirstDecision } from '@/components/practice/first/first-page'
import { FirstStepOutcome } from '@/components/practice/first/first-step'
import { GridOutcome } from '@/components/practice/first/grid-outcome'
import { Sheet } from '@/components/practice/first/sheet'
import { choiceWords } from '@/components/practice/grid/grid-words'
import { Papers } from '@/components/practice/papers'
import { practiceCiting } from '@/components/practice/practice-citing'
import { stepGroups } from '@/components/practice/referral/plan-form'
import { ProfileFacts } from '@/components/practice/referral/profile-facts'
import { Inline } from '@/components/ui/inline'
import type { Actor } from '@/domain/auth/policy'
import type { OutdatedCitation } from '@/domain/library/outdated-citation'
import type { Locale } from '@/domain/locale'
import { openPart, solutionOf } from '@/domain/practice/open-part'
import { judgeFirstStep } from '@/domain/practice/referral/first-step'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'
import { changesSince } from '@/server/course/retired-case'
import type { FirstKind } from '@/server/practice/first-decision'
import { readableCase } from '@/server/practice/read-cases'
import { planProfile } from '@/server/practice/referral-plan'
import { openingOf } from './opening-of'

/** `choice`: as the address says it. One that the file does not offer counts as none. */
type File = { kind: FirstKind; id: string; choice: string | null }
type Reading = { locale: Locale; t: Translator; now: Date }

/** A file that the law has overtaken: nothing is decided in it. */
export type Retired = Pick<FirstDecision, 'title'> & { retired: readonly OutdatedCitation[] }

/** The first decision of a file. @throws {AppError} not-found */
export async function firstDecisionOf(actor: Actor, file: File, reading: Reading): Promise<FirstDecision | Retired> {
  if (file.kind === 'grid') return ofGrid(actor, file, reading)
  return file.kind === 'simulations' ? ofSimulation(actor, file, reading) : ofPlan(file, reading)
}

async function ofSimulation(actor: Actor, { id, choice }: File, { locale, t, now }: Reading) {
  const played = await readableCase(actor, 'simulation', id)
  const retired = changesSince(played.found, locale, now)
  if (retired.length > 0) return { title: played.found.file.title, retired }
  const { situation, papers, question, choices, citing } = openingOf(played, { locale, t })
  const taken = choices.find((each) => each.id === choice)
  return {
    kind: 'simulation' as const,
    title: played.found.file.title,
    papers: (
      <>
        <p className="lead">{situation}</p>
        {papers.map((view) => (
          <Sheet key={view.paper.id} view={view} citing={citing} locale={locale} t={t} />
        ))}
      </>
    ),
    question,
    groups: [{ label: question, options: choices.map(({ id, text }) => ({ id, label: text })) }],
    taken: taken
      ? {
          choice: taken.id,
          label: taken.text,
          follows: (
            <>
              {taken.consequence && <Sheet view={taken.consequence} citing={citing} locale={locale} t={t} />}
              <p className="card">
                <strong>{t('casework.first.law')}</strong> <Inline source={taken.why} locale={locale} citing={citing} />
              </p>
            </>
          ),
        }
      : null,
  }
}

async function ofGrid(actor: Actor, { id, choice }: File, { locale, t, now }: Reading) {
  const { found } = await readableCase(actor, 'grid', id)
  const retired = changesSince(found, locale, now)
  if (retired.length > 0) return { title: found.file.title, retired }
  const grid = openPart(found, locale)
  const words = (value: string) => choiceWords('act', value, { offences: grid.offences, locale, t })
  const ids = grid.elements.find(({ element }) => element === 'act')?.choices[0]?.ids ?? []
  const taken = ids.find((each) => each === choice)
  const question = t('casework.grid.ask.act')
  return {
    kind: 'grid' as const,
    title: grid.title,
    papers: (
      <>
        <p className="lead">
          <Inline source={grid.lead[locale]} locale={locale} />
        </p>
        {grid.papers.map((paper, place) => (
          <details key={paper.id} className="card folded-paper" open={place === 0}>
            <summary>
              {place + 1}. {typeset(paper.title, locale)}
            </summary>
            <Papers papers={[paper]} locale={locale} t={t} />
          </details>
        ))}
      </>
    ),
    question,
    groups: [{ label: question, options: ids.map((each) => ({ id: each, label: words(each) })) }],
    taken: taken
      ? {
          choice: taken,
          label: words(taken),
          follows: (
            <GridOutcome
              element="act"
              solution={solutionOf(found.file, 'act')}
              grid={grid}
              choice={taken}
              citing={practiceCiting(library(), found.file.lawDate, locale)}
              locale={locale}
              t={t}
            />
          ),
        }
      : null,
  }
}

function ofPlan({ id, choice }: File, { locale, t }: Reading): FirstDecision {
  const profile = planProfile(id)
  const store = library()
  const { pathway } = store
  const judged = choice === null ? null : judgeFirstStep(pathway, profile, choice)
  const step = pathway.steps.find((each) => each.id === choice)
  return {
    kind: 'referral',
    title: profile.title,
    papers: <ProfileFacts profile={profile} store={store} locale={locale} t={t} />,
    question: t('casework.first.askStep'),
    groups: stepGroups(pathway.steps, locale, t),
    taken:
      judged && step
        ? {
            choice: step.id,
            label: typeset(step.label[locale], locale),
            follows: (
              <FirstStepOutcome
                judged={judged}
                pathway={pathway}
                cite={(cites) => <CitationLinks cites={cites} store={store} locale={locale} className="facts xs" />}
                locale={locale}
                t={t}
              />
            ),
          }
        : null,
  }
}
