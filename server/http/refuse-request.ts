import type { Response } from 'express'
import type { Refusal } from '#domain/record/refusal.ts'

/** Answers a request that never reaches a page; its reader is a program, as our own pages do not send such. */
export function refuseRequest(response: Response, status: number, refusal: Refusal): void {
  response.status(status).set('Cache-Control', 'no-store').json(refusal)
}
