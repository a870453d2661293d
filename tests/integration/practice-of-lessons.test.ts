import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { GET as getLesson } from '@/app/[locale]/(learn)/courses/[course]/lessons/[lesson]/route'
import { GET as getGrid } from '@/app/[locale]/(learn)/practice/grid/[file]/route'
import { GET as getPlan } from '@/app/[locale]/(learn)/practice/referral/[profile]/route'
import { GET as getWorksheet } from '@/app/[locale]/(learn)/practice/worksheet/[file]/route'
import { buildAssets } from '@/scripts/build-assets'
import { forgetNewestReleases } from '@/server/content/releases'
import { db } from '@/server/db/client'
import { releasedGrid } from '@/tests/support/cases'
import { publish } from '@/tests/support/exam-room'
import { gridFile } from '@/tests/support/grid-files'
import { callAs } from '@/tests/support/next-headers'
import { insertPerson } from '@/tests/support/people'

beforeAll(async () => {
  if (!existsSync('public/assets/manifest.json')) await buildAssets()
})

const HERE = 'http://localhost:3000'
const signs = [{ sign: 'general.fear', mark: 'present' as const, facts: ['F1'] }]

/** A published course with one file, whose only lesson names these practices. */
async function course(files: (id: string) => string[], access = 'open') {
  const file = gridFile({ id: `grid-${randomUUID().slice(0, 8)}`, worksheet: { child: 'yes', signs } })
  const { id, courseId } = await publish(undefined, 1, { cases: [releasedGrid(file)] })
  const named = JSON.stringify(files(file.id))
  await db().$executeRaw`
    update "Release" set content = jsonb_set(jsonb_set(content, '{lessons,0,file,files}', ${named}::jsonb),
      '{file,access}', to_jsonb(${access}::text)) where id = ${id}::uuid`
  forgetNewestReleases()
  return { id: file.id, courseId, lesson: `/fr/courses/${courseId}/lessons/offence` }
}

const page = async (get: (request: Request, props: never) => Promise<Response>, path: string, params: object) => {
  const response = await get(new Request(HERE + path), {
    params: Promise.resolve({ locale: 'fr', ...params }),
  } as never)
  const html = await response.text()
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
}

it('leads from the end of a lesson to its practice, and from there back', async () => {
  const { id, courseId, lesson } = await course((file) => [
    `worksheet/${file}`,
    file,
    'referral/s-begging',
    'referral/gone',
    'gone',
  ])
  await callAs((await insertPerson()).sessionId)
  const html = await page(getLesson, lesson, { course: courseId, lesson: 'offence' })
  const led = [...html.matchAll(/href="\/fr(\/practice\/[^"]+)"/g)].map(([, path]) => path)
  expect(led).toEqual([`/practice/worksheet/${id}`, `/practice/grid/${id}`, '/practice/referral/s-begging'])

  const back = [
    await page(getGrid, `/fr/practice/grid/${id}`, { file: id }),
    await page(getWorksheet, `/fr/practice/worksheet/${id}`, { file: id }),
    await page(getPlan, '/fr/practice/referral/s-begging', { profile: 's-begging' }),
  ]
  for (const main of back) expect(main).toContain(`href="${lesson}"`)
})

it('shows neither a lesson of a closed course nor its files to a person outside the course', async () => {
  const shut = await course((file) => [file, 'referral/d-judged'], 'closed')
  const open = await course(() => [shut.id])
  await callAs((await insertPerson()).sessionId)
  const main = await page(getPlan, '/fr/practice/referral/d-judged', { profile: 'd-judged' })
  expect(main).not.toContain(shut.courseId)
  const html = await page(getLesson, open.lesson, { course: open.courseId, lesson: 'offence' })
  expect(html).not.toContain(shut.id)
})
