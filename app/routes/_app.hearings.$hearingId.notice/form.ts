import { z } from 'zod'
import { commandId } from '#protocol/messages.ts'

export const receiptForm = z.object({ commandId })
