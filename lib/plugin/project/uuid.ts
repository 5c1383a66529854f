/**
 * True where `uuid.Parse` of google/uuid reads a UUID: 32 hex digits, with dashes, any one character on both sides of one with
 * dashes, or `urn:uuid:` before it (identity.go refuses such authors).
 */
export function isUuid(text: string): boolean {
  const dashed = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
  if (/^[0-9a-f]{32}$/i.test(text) || dashed.test(text)) return true
  if (text.length === 38) return dashed.test(text.slice(1, 37))
  return /^urn:uuid:/i.test(text) && dashed.test(text.slice(9))
}
