import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'
import { HOSTILE_ROSTERS } from '../support/hostile-rosters'

/** A server that parses the file in its own thread could not give so many answers meanwhile. */
const IN_BETWEEN = 5

for (const [name, { make, problem }] of Object.entries(HOSTILE_ROSTERS)) {
  test(`the site answers while a roster is read: ${name}`, async ({ page, as, cast, rows, baseURL, address }) => {
    const cohort = await rows.makeCohort(cast.administrator, cast.school, COURSE, [])
    await as('administrator')
    const cookies = await page.context().cookies()
    const headers = {
      cookie: cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; '),
      origin: baseURL ?? '',
      'x-forwarded-for': address,
    }
    const body = new FormData()
    body.set('file', new File([await make()], 'liste'))
    const get = async (path: string) => (await fetch(`${baseURL}${path}`)).status

    let answered = false
    const url = `${baseURL}/fr/cohorts/${cohort}/import`
    const sending = fetch(url, { method: 'POST', headers, body, redirect: 'manual' }).finally(() => {
      answered = true
    })
    let inBetween = 0
    do {
      expect(await get('/api/health')).toBe(200)
      expect(await get(`/fr/courses/${COURSE}/lessons/offence`)).toBe(200)
      if (!answered) inBetween += 1
    } while (!answered)
    const response = await sending

    expect(response.status).toBe(problem ? 400 : 303)
    if (problem) expect(await response.text()).toContain(t('fr', `cohorts.import.files.${problem}`))
    if (name === '16 MB of tags that are nothing') expect(inBetween).toBeGreaterThanOrEqual(IN_BETWEEN)
  })
}
