import 'server-only'
import { rankOf } from '@/domain/rank-of'
import { shuffle } from '@/domain/shuffle'
import { shuffleAnswers } from '@/domain/survey/shuffle-answers'
import { closingOfSurvey, SCALE_LEVELS, type SurveyKind, type SurveyQuestion, usualDay } from '@/domain/survey/survey'
import type { SurveyAnswers } from '@/domain/survey/survey-answers'
import { reportSurvey } from '@/domain/survey/survey-report'
import { SURVEY_TITLES, templateQuestions } from '@/domain/survey/templates'
import { type Day, dayOf, nextDay, startOfDay } from '@/domain/time/day'
import type { Row } from '@/server/db/tables'
import { addAct } from './act'
import type { MadeCohort } from './cohort-plan'
import { makeRng, type Rng } from './rng'
import { SURVEY_TEXTS } from './survey-texts'
import { daysAfter, type TableBatch } from './table-batch'

/** The share of people who answer. */
const ANSWERS: Record<SurveyKind, number> = { reaction: 0.8, 'later-3': 0.6, 'later-6': 0.5, other: 0.7 }
/** Of those, the share who answer each question, and the share who also write something. */
const TICKS = 0.96
const WRITES = 0.55
/** Weights of the levels, the strongest first, and of a first, second … option. */
const LEVELS = [9, 8, 2, 1]
const OPTIONS = [5, 3, 2, 1]
/** Days since the survey that is still open has opened. */
const OPEN_SINCE = 4
/** Days from the entry of a past seminar to its survey. */
const ASKED_AFTER = 20

type About = { cohortId: string } | { seminarId: string }
type Plan = {
  about: About
  institutionId: string
  createdById: string
  kind: SurveyKind
  createdAt: Date
  opensOn: Day
  /** The accounts of those who take part. */
  people: readonly string[]
  /** Of an open survey: a person who has not answered yet. */
  unanswered?: string
}

/**
 * Surveys: of cohorts that are over, if their surveys have closed; one of the running cohort of a person who signs in
 * to the demo, which waits for her answer; and one of each seminar that was held.
 */
export function addSurveys(batch: TableBatch, cohorts: readonly MadeCohort[], judgeId: string): void {
  for (const cohort of cohorts) {
    addClosed(batch, cohort)
    if (cohort.phase === 'running' && cohort.guests?.some(({ accountId }) => accountId === judgeId))
      addSurvey(batch, {
        ...planOf(batch, cohort, 'reaction'),
        opensOn: nextDay(dayOf(batch.now), -OPEN_SINCE),
        unanswered: judgeId,
      })
  }
  for (const seminar of batch.tables.Seminar) if (seminar.status === 'held') addOfSeminar(batch, seminar)
}

function addClosed(batch: TableBatch, cohort: MadeCohort): void {
  for (const kind of ['reaction', 'later-3'] as const) {
    const plan = planOf(batch, cohort, kind)
    if (closingOfSurvey(plan.opensOn) <= batch.now) addSurvey(batch, plan)
  }
}

function planOf({ tables }: TableBatch, cohort: MadeCohort, kind: SurveyKind): Plan {
  const { id: cohortId, institution, staff, createdAt, endsOn } = cohort
  const active = tables.CohortMember.filter((member) => member.cohortId === cohortId && member.status === 'active')
  return {
    about: { cohortId },
    institutionId: institution.id,
    createdById: staff.administrator.accountId,
    kind,
    createdAt,
    opensOn: usualDay(kind, endsOn, endsOn),
    people: accountsOf(active),
  }
}

function addOfSeminar(batch: TableBatch, { id, institutionId, createdById, createdAt }: Row): void {
  if (!(createdAt instanceof Date)) throw new TypeError('a seminar without a time')
  const placed = batch.tables.SeminarRegistration.filter(
    ({ seminarId, status }) => seminarId === id && status === 'registered',
  )
  addSurvey(batch, {
    about: { seminarId: String(id) },
    institutionId: String(institutionId),
    createdById: String(createdById),
    kind: 'reaction',
    createdAt,
    opensOn: dayOf(daysAfter(createdAt, ASKED_AFTER)),
    people: accountsOf(placed),
  })
}

const accountsOf = (rows: readonly Row[]) => [
  ...new Set(rows.flatMap(({ accountId }) => (accountId ? [String(accountId)] : []))),
]

/** Adds a survey with its answers. For a closed one, computes the figures and shuffles the answers, as closing does. */
function addSurvey(batch: TableBatch, plan: Plan): void {
  const { tables, now } = batch
  const { about, institutionId, createdById, kind, createdAt, opensOn, people, unanswered } = plan
  // A random source for each survey and kind, so that the other people of the demo stay the same.
  const rng = makeRng(rankOf(`${Object.values(about)[0]} ${kind}`))
  const id = rng.uuid(createdAt)
  const questions = templateQuestions(kind, () => rng.uuid(createdAt))
  const closesAt = closingOfSurvey(opensOn)
  const over = closesAt <= now
  const share = over ? ANSWERS[kind] : ANSWERS[kind] / 2
  const spent = new Set(people.filter((accountId) => accountId !== unanswered && rng.chance(share)))
  const answers = [...spent].map(() => inventAnswers(kind, questions, rng))
  const mixed = over
    ? shuffleAnswers(
        answers,
        questions.map((question) => question.id),
        rng.random,
      )
    : answers
  tables.Survey.push({
    id,
    institutionId,
    cohortId: 'cohortId' in about ? about.cohortId : null,
    seminarId: 'seminarId' in about ? about.seminarId : null,
    kind,
    titles: JSON.stringify(SURVEY_TITLES[kind]),
    questions: JSON.stringify(questions),
    createdById,
    createdAt,
    opensOn,
    openedAt: startOfDay(opensOn),
    closesAt,
    asked: people.length,
    figures: over ? JSON.stringify(reportSurvey(questions, answers, people.length)) : null,
  })
  // Answers and tickets get random ids from the database: neither an id nor the order shows whose an answer is.
  for (const one of shuffle(mixed, rng.random)) tables.SurveyAnswer.push({ surveyId: id, answers: JSON.stringify(one) })
  if (!over)
    for (const accountId of shuffle(people, rng.random))
      tables.SurveyTicket.push({ surveyId: id, accountId, spent: spent.has(accountId), told: true })
  const details = { surveyId: id }
  addAct(batch, {
    act: 'survey-scheduled',
    at: createdAt,
    actorId: createdById,
    institutionId,
    details: { ...details, opensOn },
  })
  addAct(batch, { act: 'survey-opened', at: startOfDay(opensOn), actorId: null, institutionId, details })
}

function inventAnswers(kind: SurveyKind, questions: readonly SurveyQuestion[], rng: Rng): SurveyAnswers {
  return Object.fromEntries(
    questions.flatMap((question) => {
      if (!rng.chance(question.kind === 'text' ? WRITES : TICKS)) return []
      return [[question.id, inventAnswer(kind, question, rng)]]
    }),
  )
}

function inventAnswer(kind: SurveyKind, question: SurveyQuestion, rng: Rng): string | string[] {
  if (question.kind === 'text') return rng.pick(SURVEY_TEXTS[kind])
  if (question.kind === 'scale') return weighted(SCALE_LEVELS, LEVELS, rng)
  const one = weighted(question.options, OPTIONS, rng).id
  return question.several ? [one] : one
}

function weighted<T>(items: readonly T[], weights: readonly number[], rng: Rng): T {
  const total = items.reduce((sum, _, place) => sum + (weights[place] ?? 1), 0)
  let left = rng.random() * total
  for (const [place, item] of items.entries()) {
    left -= weights[place] ?? 1
    if (left < 0) return item
  }
  return items[0] as T
}
