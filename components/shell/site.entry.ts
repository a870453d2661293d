import { copyButtons } from './copy-buttons'
import { nativeForms } from './native-forms'
import { printButtons } from './print-buttons'

copyButtons()
printButtons()
nativeForms()
