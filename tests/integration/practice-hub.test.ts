import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getLearning } from '@/app/[locale]/(learn)/learning/route'
import { GET } from '@/app/[locale]/(learn)/practice/route'
import { translator } from '@/i18n/translator'
import { buildAssets } from '@/scripts/build-assets'
import { forgetNewestReleases, releases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { beginRun } from '@/server/practice/simulation/own-runs'
import { releasedGrid } from '@/tests/support/cases'
import { singleChoice } from '@/tests/support/course-factories'
import { examinee, publish, WRONG } from '@/tests/support/exam-room'
import { gridFile } from '@/tests/support/grid-files'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson, mayRead } from '@/tests/support/people'
import { nightReport } from '@/tests/support/simulations'

const t = translator('fr')
const SITE = 'http://localhost:3000'
const GRID = `grid-${randomUUID().slice(0, 8)}`
const NIGHT = `night-${randomUUID().slice(0, 8)}`
let courseId = ''

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
  const worksheet = {
    child: 'yes' as const,
    signs: [{ sign: 'general.fear', mark: 'present' as const, facts: ['F1'] }],
  }
  const cases = [releasedGrid(gridFile({ id: GRID, worksheet })), nightReport(NIGHT)]
  const made = await publish(undefined, 1, { cases })
  courseId = made.courseId
  releases.reset()
  forgetNewestReleases()
})

const LESSON = 'L’infraction'

/** Lets the lesson of a release name these files, and ask a question. */
async function nameFiles(releaseId: string, files: string[]) {
  const practice = JSON.stringify([singleChoice({ id: 'p1', correct: ['a'] })])
  await db().$executeRaw`
    update "Release" set content = jsonb_set(jsonb_set(jsonb_set(content, '{lessons,0,practice}', ${practice}::jsonb),
      '{lessons,0,file,files}', ${JSON.stringify(files)}::jsonb),
      '{lessons,0,file,title,fr}', to_jsonb(${LESSON}::text))
    where id = ${releaseId}::uuid`
  releases.reset()
  forgetNewestReleases()
}

async function answerWrongly(accountId: string, releaseId: string) {
  const { id } = await db().enrolment.findFirstOrThrow({ where: { accountId } })
  await db().practiceAnswer.create({ data: { enrolmentId: id, questionId: 'p1', answer: WRONG, releaseId } })
}

async function hub(query = '') {
  const response = await GET(new Request(`${SITE}/fr/practice${query}`), { params: Promise.resolve({ locale: 'fr' }) })
  expect(response.status).toBe(200)
  const html = await response.text()
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
}
async function learning() {
  const answer = await getLearning(new Request(`${SITE}/fr/learning`), { params: Promise.resolve({ locale: 'fr' }) })
  return answer.text()
}
/** The list of the day on My learning. */
const today = async () => (await learning()).match(/<ol class="todo">.*?<\/ol>/s)?.[0] ?? ''
const planOfDay = async () => (await learning()).match(/<h1>.*?<\/h1>/s)?.[0] ?? ''
const forYou = (main: string) => main.match(/<section class="foryou".*?<\/section>/s)?.[0] ?? ''
const linked = (html: string) => [...html.matchAll(/href="\/fr(\/practice\/[^"?]+)"/g)].map(([, path]) => path)
const cards = (main: string) => [...main.matchAll(/<h3><a href="\/fr([^"]+)"/g)].map(([, path]) => path)

async function signedIn(fields = {}) {
  const person = await insertPerson(fields)
  await callAs(person.sessionId)
  return person
}

describe('a file', () => {
  it('stands once on the whole page, with what can be done with it', async () => {
    await signedIn()
    const whole = await hub('?all=1')
    const paths = [...linked(forYou(whole)), ...cards(whole)]
    expect(new Set(paths).size).toBe(paths.length)
    expect(paths).toContain(`/practice/simulations/${NIGHT}`)
    const listed = linked(await hub('?all=1&kind=worksheet'))
    expect(listed).toEqual(expect.arrayContaining([`/practice/grid/${GRID}`, `/practice/worksheet/${GRID}`]))
  })

  it('is one of six at first, and the others are one link away', async () => {
    await signedIn()
    const few = await hub()
    expect(cards(few)).toHaveLength(6)
    expect(few).toContain('all=1')
    expect(cards(await hub('?all=1')).length).toBeGreaterThan(6)
  })
})

describe('the filters', () => {
  it('narrow by kind, course and state together, and the count of a chip is what it shows', async () => {
    await beginRun(mayRead(await signedIn()), NIGHT, new Date())
    expect(cards(await hub(`?all=1&course=${courseId}`))).toEqual([
      `/practice/grid/${GRID}`,
      `/practice/simulations/${NIGHT}`,
    ])
    const narrowed = await hub(`?all=1&course=${courseId}&kind=simulation&state=open`)
    expect(cards(narrowed)).toEqual([`/practice/simulations/${NIGHT}`])
    expect(narrowed).toContain(t('casework.state.open'))
    const plans = await hub('?all=1&kind=referral')
    const count = plans.match(/aria-current="true">Orientation <span class="num">(\d+)</)?.[1]
    expect(cards(plans)).toHaveLength(Number(count))
  })

  it.each([
    '?kind=exam',
    '?course=none',
    '?state=<b>',
    '?other=-1',
    '?other=99999999999999999999',
    '?kind=grid&kind=x',
  ])('ignore what does not exist: %s', async (query) => {
    await signedIn()
    expect(await hub(query)).toContain('<h1>')
  })

  it('say that nothing fits, and lead back to all files', async () => {
    await signedIn()
    const none = await hub(`?course=${courseId}&state=done`)
    expect(none).toContain(t('casework.hub.none'))
    expect(none).toContain('href="/fr/practice"')
  })
})

describe('the suggestion', () => {
  it('for a visitor is an easy file, which opens with its first decision', async () => {
    await callAs(null)
    const offered = forYou(await hub())
    expect(offered).toContain(t('casework.hub.because.easy'))
    expect(linked(offered)[0]).toMatch(/^\/practice\/first\//)
  })

  it('follows the lesson just done, then one in which she answered wrongly, then what she has begun', async () => {
    const [after, shaky] = [`after-${randomUUID().slice(0, 8)}`, `shaky-${randomUUID().slice(0, 8)}`]
    const her = await examinee({ course: { cases: [nightReport(after), nightReport(shaky)] } })
    await nameFiles(her.releaseId, [after])
    await callAs(her.sessionId)
    const byLesson = forYou(await hub())
    expect(byLesson).toContain(t('casework.hub.because.lesson', { lesson: LESSON }))
    expect(linked(byLesson)).toEqual([`/practice/simulations/${after}`])

    expect(linked(await today())).not.toContain(`/practice/simulations/${after}`)
    const plan = await planOfDay()

    await answerWrongly(her.accountId, her.releaseId)
    expect(forYou(await hub())).toContain(t('casework.hub.because.shaky', { lesson: LESSON }))
    // What she has missed is on the list of the day too.
    expect(linked(await today())).toContain(`/practice/simulations/${after}`)
    expect(await today()).toContain(t('casework.hub.because.shaky', { lesson: LESSON }))
    // A file takes longer than a day's plan: it leaves the steps and minutes of the plan as they are.
    expect(await planOfDay()).toBe(plan)

    await beginRun(mayRead(her), shaky, new Date())
    const begun = forYou(await hub())
    expect(begun).toContain(t('casework.hub.because.begun'))
    expect(linked(begun)).toEqual([`/practice/simulations/${shaky}`])
    expect(linked(await today())).toContain(`/practice/simulations/${shaky}`)
    expect(linked(await today())).not.toContain(`/practice/simulations/${after}`)
  })

  it('tells nothing of one person to another', async () => {
    const her = await examinee({ course: { cases: [nightReport(`hers`)] } })
    await nameFiles(her.releaseId, ['hers'])
    await answerWrongly(her.accountId, her.releaseId)
    await signedIn()
    expect(forYou(await hub())).not.toContain('reste à consolider')
    expect(await today()).not.toContain('reste à consolider')
  })

  it('is another one each time, and comes round again', async () => {
    await signedIn()
    const first = await hub()
    const address = forYou(first).match(/href="([^"]*other=[^"]*)"/)?.[1] ?? ''
    const second = await hub(address.slice(address.indexOf('?')))
    expect(linked(forYou(second))[0]).not.toBe(linked(forYou(first))[0])
  })
})
