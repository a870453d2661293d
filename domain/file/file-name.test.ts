import { describe, expect, it } from 'vitest'
import { fileName, plainFileName } from './file-name'

describe('the name of a kept file', () => {
  it.each([
    ['عرض الندوة الجهوية.pptx', 'pptx', 'عرض الندوة الجهوية.pptx'],
    ['C:\\Users\\me\\Présentation.PDF', 'pdf', 'Présentation.pdf'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['photo.jpeg', 'jpg', 'photo.jpg'],
    // The right-to-left override reverses what follows: this name would be shown as "annexe.pdf".
    ['ann\u202efdp.exe', 'pdf', 'ann fdp.exe.pdf'],
    ['a"b<c>\r\nSet-Cookie: x.pdf', 'pdf', 'a b c Set-Cookie x.pdf'],
    ['.pdf', 'pdf', 'document.pdf'],
    ['', 'odp', 'document.odp'],
    ['...', 'png', 'document.png'],
  ] as const)('%j of type %s becomes %j', (given, type, kept) => {
    expect(fileName(given, type)).toBe(kept)
  })

  it('has a limit that cuts no letter in two', () => {
    const kept = fileName(`${'𝒜'.repeat(300)}.pdf`, 'pdf')
    expect([...kept]).toHaveLength(124)
    expect(kept).toMatch(/^𝒜+\.pdf$/u)
  })
})

describe('the same name in ASCII', () => {
  it.each([
    ['Présentation du séminaire.pdf', 'pdf', 'Presentation du seminaire.pdf'],
    ['عرض.pptx', 'pptx', 'document.pptx'],
    ['عرض 2.pptx', 'pptx', '2.pptx'],
    ['a"; x=y.pdf', 'pdf', 'a- x-y.pdf'],
  ] as const)('of %j is %j', (name, type, plain) => {
    expect(plainFileName(name, type)).toBe(plain)
  })
})
