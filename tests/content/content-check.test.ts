import { afterAll, expect, it } from 'vitest'
import { main as check } from '@/scripts/content-check'
import { checkContent } from '@/server/content/check-content'
import { callIn } from '../support/call-command'
import { contentCopy } from '../support/content-copy'
import { runIn } from '../support/run-command'

const COURSE = 'courses/awareness'
const copy = contentCopy('awareness')
copy.editYaml(`${COURSE}/course.yaml`, (file) => file.set('requires', { legal: ['ar', 'fr'] }))
afterAll(copy.discard)

const demanded = (out: string) => out.split('\n').filter((line) => line.includes('(demanded-sign-off)'))

it('reports the sign-offs that a course requires only with the option --signed', async () => {
  const plain = runIn(copy.root, 'content-check')
  const signed = await callIn(copy.root, check, '--signed')

  expect(plain.code, plain.out + plain.err).toBe(0)
  expect(demanded(plain.out)).toEqual([])
  expect(signed.code).toBe(1)
  expect(demanded(signed.out)).toEqual([
    expect.stringMatching(/^courses\/awareness\/act\/signoff\.yaml:1 {2}error {2}.+ in Arabic/),
    expect.stringMatching(/^courses\/awareness\/act\/signoff\.yaml:1 {2}error {2}.+ in French/),
    expect.stringMatching(/^courses\/awareness\/signs\/signoff\.yaml:1 {2}error {2}.+ in Arabic/),
    expect.stringMatching(/^courses\/awareness\/signs\/signoff\.yaml:1 {2}error {2}.+ in French/),
  ])
  expect(signed.out).toContain('\n4 errors, ')
})

it('prints findings and counts as data, without what only an option asks for', async () => {
  const { code, out } = await callIn(copy.root, check, '--json')
  const { unsigned, ...told } = checkContent(copy.root)

  expect(code).toBe(0)
  expect(unsigned).toHaveLength(4)
  expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(told)))
})
