import { COURSE, expect, test } from '../support/e2e/test'
import { t } from '../support/e2e/texts'
import { HOSTILE_LISTS } from '../support/hostile-lists'

/** As many answers in a row as no server gives that does the reading itself. */
const IN_BETWEEN = 5

for (const [name, { make, problem }] of Object.entries(HOSTILE_LISTS)) {
  test(`the site answers while a list is read: ${name}`, async ({ page, as, cast, rows, baseURL, request }) => {
    const cohort = await rows.makeCohort(cast.administrator, cast.school, COURSE, [])
    await as('administrator')
    const file = { name: 'liste', mimeType: 'application/octet-stream', buffer: Buffer.from(await make()) }
    let answered = false
    const sending = page.request
      .post(`/fr/cohorts/${cohort}/import`, {
        headers: { origin: baseURL ?? '' },
        multipart: { file },
        timeout: 60_000,
      })
      .finally(() => {
        answered = true
      })

    let inBetween = 0
    do {
      expect((await request.get('/api/health')).status()).toBe(200)
      expect((await request.get(`/fr/courses/${COURSE}/lessons/offence`)).status()).toBe(200)
      if (!answered) inBetween += 1
    } while (!answered)
    const response = await sending
    const html = await response.text()

    if (problem) {
      expect(response.status()).toBe(400)
      expect(html).toContain(t('fr', `cohorts.import.files.${problem}`))
    } else {
      expect(response.status()).toBe(200)
      expect(html).toContain(t('fr', 'cohorts.import.reportTitle'))
    }
    if (name === '16 MB of tags that are nothing') expect(inBetween).toBeGreaterThanOrEqual(IN_BETWEEN)
  })
}
