import { copyButtons } from '../../shell/copy-buttons'
import { offerSite } from '../../shell/offer-site'
import { printButtons } from '../../shell/print-buttons'
import './worksheet.entry'

// The only script of the worksheet that a device keeps.
copyButtons()
offerSite()
printButtons()
