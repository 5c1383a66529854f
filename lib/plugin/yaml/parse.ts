/** Keys as written and list indexes, from the root. */
export type YamlPath = readonly (string | number)[]
