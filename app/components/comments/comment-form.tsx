import { Button, Checkbox, Group, NativeSelect, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayComment } from '#app/components/hearings/may-comment.ts'
import { usePapers } from '#app/components/hearings/papers-context.tsx'
import { useHearing } from '#app/components/hearings/room-context.tsx'
import { useActor } from '#app/components/shell/root-data.ts'
import { exceeds } from '#app/components/ui/limit.ts'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { useActWith } from '#app/components/ui/use-act.ts'
import { CitedWords } from './cited-words.tsx'
import { forgetDraft, keepDraft, readDraft, type CommentDraft } from './comment-draft.ts'
import { useLiveComments } from './comments-context.tsx'

/** A comment, tied to an issue and to what is on stage. Half written it is kept in this tab. */
export function CommentForm() {
  const { t } = useTranslation(['comments', 'common', 'hearing-ways'])
  const { state } = useHearing()
  const { personId } = useActor()
  const { send } = useLiveComments()
  const { act, busy, refusal, forget } = useActWith(send)
  const { cited, cite, find } = usePapers()
  const about = find(cited)
  const whose = { hearingId: state.id, personId }
  // The form is made in the browser alone (`later`), so the tab's storage is there from the first.
  const [draft, setDraft] = useState(() => readDraft(sessionStorage, whose))
  const [onStage, setOnStage] = useState(false)
  const [missing, setMissing] = useState(false)
  const write = (changed: Partial<CommentDraft>) => {
    const after = { ...draft, ...changed }
    keepDraft(sessionStorage, whose, after)
    setDraft(after)
    setMissing(false)
  }
  const blocked = useMayComment()
  const { commentLength, commentsPerMinute } = state.rules
  const text = draft.text.trim()
  const over = exceeds(text, commentLength)
  const issueId = state.issues.some(({ id }) => id === draft.issueId) ? draft.issueId : null

  async function submit() {
    setMissing(text === '')
    if (text === '' || over) return
    const paragraph = about && { paper: about.paper.id, paragraph: about.paragraph }
    const evidenceId = onStage ? (state.staged?.evidenceId ?? null) : null
    if (await act({ type: 'comment', text, issueId, evidenceId, paragraph })) {
      cite(null)
      forgetDraft(sessionStorage, whose)
      setDraft({ ...draft, text: '' })
      setOnStage(false)
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="sm">
        <Textarea
          id="comment-text"
          label={t('comments:form.text')}
          description={t('comments:form.rule', { count: commentsPerMinute })}
          value={draft.text}
          onChange={(event) => write({ text: event.currentTarget.value })}
          error={
            over
              ? t('common:limit.over', {
                  typed: text.length,
                  limit: commentLength,
                  over: text.length - commentLength,
                })
              : missing
                ? t('common:invalid.required')
                : null
          }
          autosize
          minRows={2}
          maxRows={8}
          required
        />
        <span>{t('comments:form.length', { typed: text.length, limit: commentLength })}</span>
        {about ? (
          <Group gap="xs">
            <CitedWords cited={about} />
            <Button size="compact-sm" variant="subtle" onClick={() => cite(null)}>
              {t('hearing-ways:papers.dropCitation')}
            </Button>
          </Group>
        ) : null}
        {state.issues.length > 0 ? (
          <NativeSelect
            label={t('comments:form.issue')}
            value={issueId ?? ''}
            onChange={(event) => write({ issueId: event.currentTarget.value })}
            data={[
              { value: '', label: t('comments:form.noIssue') },
              ...state.issues.map((issue, at) => ({
                value: issue.id,
                label: t('comments:about', { n: at + 1, text: issue.text }),
              })),
            ]}
          />
        ) : null}
        {state.staged ? (
          <Checkbox
            label={t('comments:form.staged')}
            checked={onStage}
            onChange={(event) => setOnStage(event.currentTarget.checked)}
          />
        ) : null}
        <div>
          <ReasonedButton type="submit" refusal={blocked} busy={busy}>
            {t('comments:form.submit')}
          </ReasonedButton>
        </div>
        <RefusalAlert refusal={refusal} onClose={forget} />
      </Stack>
    </form>
  )
}
