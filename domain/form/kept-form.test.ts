import { describe, expect, it } from 'vitest'
import { KEPT, packForm, unpackForm, WITHHELD } from './kept-form'

function formOf(...entries: [string, string | File][]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

const again = async (form: FormData) =>
  unpackForm(formOf([KEPT, (await packForm(form))?.kept ?? ''], ['code', '123456']))

describe('a kept form', () => {
  it('is restored whole: repeated names, lines, a field named "code", and files byte by byte', async () => {
    const bytes = new Uint8Array([0, 255, 10, 60, 34])
    const sent = formOf(
      ['who', 'a'],
      ['who', 'b'],
      ['text', '<b>"é"\r\nسطر'],
      ['code', 'AB12'],
      ['logo', new File([bytes], 'شعار "1".svg', { type: 'image/svg+xml' })],
      ['none', new File([], '')],
    )
    const { form, code } = await again(sent)

    expect([...form.keys()]).toEqual(['who', 'who', 'text', 'code', 'logo', 'none'])
    expect(form.getAll('who')).toEqual(['a', 'b'])
    expect([form.get('text'), form.get('code'), code?.get('code')]).toEqual(['<b>"é"\r\nسطر', 'AB12', '123456'])
    const file = form.get('logo') as File
    expect([file.name, file.type, new Uint8Array(await file.arrayBuffer())]).toEqual([
      'شعار "1".svg',
      'image/svg+xml',
      bytes,
    ])
    expect((form.get('none') as File).size).toBe(0)
  })

  it('is none if the form came from its own page', () => {
    const sent = formOf(['code', '123456'])
    expect(unpackForm(sent)).toEqual({ form: sent, code: null })
  })

  it.each(['password', 'newPassword', 'current', 'clientSecret'])(
    'holds all but what was typed in %s',
    async (name) => {
      const sent = formOf(['email', 'a@example.ma'], [name, 'Argan+17'], ['understood', 'yes'])
      const packed = await packForm(sent)

      expect(packed?.secret).toBe(true)
      expect(packed?.kept).not.toContain('Argan')
      expect([...(await again(sent)).form]).toEqual([
        ['email', 'a@example.ma'],
        [name, ''],
        ['understood', 'yes'],
        [WITHHELD, name],
      ])
      // An empty field is not named as withheld: an empty secret may mean that the stored one stays.
      expect((await again(formOf([name, '']))).form.has(WITHHELD)).toBe(false)
      expect((await packForm(formOf(['email', 'a@example.ma'])))?.secret).toBe(false)
    },
  )

  it('has a maximum size', async () => {
    expect(await packForm(formOf(['logo', new File([new Uint8Array(1024 * 1024 + 1)], 'x.png')]))).toBeNull()
  })

  it.each(['', 'x', '{}', '[["a"]]', '[["a",{"file":"x","type":"","base64":"<>"}]]', '[["a",1]]'])(
    'is refused if it is %j',
    (kept) => {
      expect(() => unpackForm(formOf([KEPT, kept]))).toThrow(expect.objectContaining({ code: 'invalid-input' }))
    },
  )
})
