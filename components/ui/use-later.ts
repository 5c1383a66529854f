import { useEffect, useState } from 'react'

/** True once `value` has been true for so many milliseconds; false at once when it ends. */
export function useLater(value: boolean, milliseconds: number): boolean {
  const [reached, setReached] = useState(false)
  useEffect(() => {
    if (!value) return
    const timer = setTimeout(() => setReached(true), milliseconds)
    return () => {
      clearTimeout(timer)
      setReached(false)
    }
  }, [value, milliseconds])
  return value && reached
}
