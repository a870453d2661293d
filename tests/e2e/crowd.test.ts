import { Agent, request } from 'node:http'
import { ownSite } from '../support/e2e/own-site'
import { COURSE, expect, test } from '../support/e2e/test'

const CONNECTIONS = 200
const EACH = 5

type Answer = { status: number; retryAfter: string | undefined }

function get(agent: Agent, url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, { agent }, (incoming) => {
      const { statusCode = 0, headers } = incoming
      incoming.resume().on('end', () => resolve({ status: statusCode, retryAfter: headers['retry-after'] }))
    })
      .on('error', reject)
      .end()
  })
}

test('200 readers at once are answered, or told when to try again, and the site still answers afterwards', async () => {
  const site = await ownSite()
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  try {
    const pages = [`/ar/courses/${COURSE}/lessons/offence`, `/fr/courses/${COURSE}`, '/en/library/search?q=448-1']
    const reader = async () => {
      const answers: Answer[] = []
      for (let turn = 0; turn < EACH; turn++) {
        answers.push(await get(agent, `${site.url}${pages[turn % pages.length]}`))
      }
      return answers
    }
    const crowd = Promise.all(Array.from({ length: CONNECTIONS }, reader))
    const [health, lists] = await Promise.all([get(agent, `${site.url}/api/health`), crowd])
    expect(health.status).toBe(200)

    const answers = lists.flat()
    expect(answers).toHaveLength(CONNECTIONS * EACH)
    expect(answers.some(({ status }) => status === 200)).toBe(true)
    expect(answers.filter(({ status, retryAfter }) => status !== 200 && !(status === 503 && retryAfter))).toEqual([])
    expect((await get(agent, `${site.url}${pages[0]}`)).status).toBe(200)
  } finally {
    agent.destroy()
    await site.stop()
  }
})
