import { z } from 'zod'
import { commandId } from '#protocol/messages.ts'

export const registerForm = z.object({ commandId, hearingId: z.string().min(1).max(64) })
