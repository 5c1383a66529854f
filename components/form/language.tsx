'use client'

import { createContext, useContext, useState, type ReactNode } from 'react'

interface CommonLanguage {
  readonly key: string
  /** Counts the changes, so that a field knows whether its own choice is newer. */
  readonly turn: number
  readonly choose: (key: string) => void
}

const LanguageContext = createContext<CommonLanguage>({ key: 'en_US', turn: 0, choose: () => {} })

/** The language that a click with the alt key chose for all fields. */
export function useCommonLanguage(): CommonLanguage {
  return useContext(LanguageContext)
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [{ key, turn }, set] = useState({ key: 'en_US', turn: 0 })
  return (
    <LanguageContext value={{ key, turn, choose: (next) => set({ key: next, turn: turn + 1 }) }}>
      {children}
    </LanguageContext>
  )
}
