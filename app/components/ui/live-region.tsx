import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'

type Announce = (sentence: string, urgent?: boolean) => void

const AnnounceContext = createContext<Announce>(() => undefined)

/** Says a sentence to a screen reader without moving focus; `urgent` interrupts. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext)
}

/** The two live regions of the page. They stand from the first render: a region added later is not heard. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [polite, setPolite] = useState({ count: 0, sentence: '' })
  const [assertive, setAssertive] = useState({ count: 0, sentence: '' })
  const announce = useCallback<Announce>((sentence, urgent = false) => {
    const set = urgent ? setAssertive : setPolite
    // The count makes the same sentence said twice a change twice.
    set((before) => ({ count: before.count + 1, sentence }))
  }, [])
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div className="visually-hidden" role="status" aria-live="polite">
        <span key={polite.count}>{polite.sentence}</span>
      </div>
      <div className="visually-hidden" role="alert" aria-live="assertive">
        <span key={assertive.count}>{assertive.sentence}</span>
      </div>
    </AnnounceContext.Provider>
  )
}
