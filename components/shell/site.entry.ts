import { nativeForms } from '../form/native-forms'
import { copyButtons } from './copy-buttons'
import { printButtons } from './print-buttons'

copyButtons()
printButtons()
nativeForms()
