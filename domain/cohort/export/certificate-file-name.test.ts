import fc from 'fast-check'
import { expect, it } from 'vitest'
import { certificateFileName } from './certificate-file-name'

it.each([
  ['Fatima Alaoui', 'Fatima-Alaoui_ABCD-EFGH-JKMN-2.pdf'],
  ['Zoé  N’Diaye-Çelik', 'Zoe-N-Diaye-Celik_ABCD-EFGH-JKMN-2.pdf'],
  ['../../etc/passwd', 'etc-passwd_ABCD-EFGH-JKMN-2.pdf'],
  ['=cmd|x', 'cmd-x_ABCD-EFGH-JKMN-2.pdf'],
  ['فاطمة', 'certificate_ABCD-EFGH-JKMN-2.pdf'],
])('names the paper of %j', (name, file) => {
  expect(certificateFileName(name, 'ABCDEFGHJKMN2').replaceAll('-', '')).toBe(file.replaceAll('-', ''))
})

it('is safe whatever the name is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(certificateFileName(name, 'ABCDEFGHJKMN2')).toMatch(/^[A-Za-z0-9][A-Za-z0-9-]{0,59}_[A-Z0-9-]+\.pdf$/)
    }),
  )
})
