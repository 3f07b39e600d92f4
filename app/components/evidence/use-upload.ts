import { useCallback, useRef, useState } from 'react'
import { newCommandId } from '#app/components/ui/command-field.tsx'
import { isRefusal, type Refusal } from '#domain/record/refusal.ts'

export type UploadState =
  | { readonly is: 'idle' }
  | { readonly is: 'sending'; readonly percent: number }
  | { readonly is: 'done'; readonly title: string }
  | { readonly is: 'stopped' | 'broken' }
  | { readonly is: 'refused'; readonly refusal: Refusal }

function refusalIn(body: string): Refusal | null {
  try {
    const answer: unknown = JSON.parse(body)
    if (typeof answer !== 'object' || answer === null || !('refusal' in answer)) return null
    return isRefusal(answer.refusal) ? answer.refusal : null
  } catch {
    return null
  }
}

/** Sends one file with progress (`fetch` reports none). The same try sent again after a break counts once. */
export function useUpload(caseId: string, onDone: (title: string) => void) {
  const [state, setState] = useState<UploadState>({ is: 'idle' })
  const request = useRef<XMLHttpRequest | null>(null)
  const attempt = useRef<{ file: File; commandId: string } | null>(null)

  const send = useCallback(
    (file: File, title: string) => {
      if (attempt.current?.file !== file) attempt.current = { file, commandId: newCommandId() }
      const form = new FormData()
      // The fields first: the server streams the file on as it comes.
      form.set('commandId', attempt.current.commandId)
      form.set('title', title)
      form.set('file', file)
      const xhr = new XMLHttpRequest()
      request.current = xhr
      xhr.open('POST', `/cases/${caseId}/evidence/add`)
      xhr.setRequestHeader('Accept', 'application/json')
      xhr.upload.onprogress = ({ loaded, total, lengthComputable }) => {
        if (lengthComputable) setState({ is: 'sending', percent: Math.floor((loaded / total) * 100) })
      }
      xhr.onload = () => {
        const refusal = refusalIn(xhr.responseText)
        if (refusal) {
          // Refused is answered: another try is another command.
          attempt.current = null
          setState({ is: 'refused', refusal })
        } else if (xhr.status >= 200 && xhr.status < 300) {
          attempt.current = null
          const name = title.trim() || file.name
          setState({ is: 'done', title: name })
          onDone(name)
        } else setState({ is: 'broken' })
      }
      xhr.onerror = () => setState({ is: 'broken' })
      xhr.onabort = () => setState({ is: 'stopped' })
      setState({ is: 'sending', percent: 0 })
      xhr.send(form)
    },
    [caseId, onDone],
  )
  return { state, send, stop: () => request.current?.abort(), forget: () => setState({ is: 'idle' }) }
}
