/** Names of the small functions that generated modules read values with. */
export type Reader = 'required' | 'number' | 'whole' | 'boolean' | 'list' | 'object'

const texts: Readonly<Record<Reader, string>> = {
  required: `def _required[T](value: T | None, label: str) -> T:
    """The value; a ValueError that names what is missing where there is none."""
    if value is None or value == [] or (isinstance(value, str) and not value.strip()):
        raise ValueError(f"{label} is missing.")
    return value
`,
  number: `def _number[D](
    value: Any,
    label: str,
    *,
    default: D,
    low: float | None = None,
    high: float | None = None,
    decimals: int | None = None,
) -> float | D:
    """The value as a number within its limits, or the default where there is none."""
    if value is None or value == "":
        return default
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f"{label} must be a number.")
    if low is not None and number < low:
        raise ValueError(f"{label} must be at least {low}.")
    if high is not None and number > high:
        raise ValueError(f"{label} must be at most {high}.")
    if decimals is not None:
        number = round(number, decimals)
    return int(number) if number.is_integer() else number
`,
  whole: `def _whole_number[D](
    value: Any,
    label: str,
    *,
    default: D,
    low: float | None = None,
    high: float | None = None,
) -> int | D:
    """The value as a whole number within its limits, or the default where there is none."""
    if value is None or value == "":
        return default
    try:
        number = value if isinstance(value, int) else float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if not number.is_integer():
        raise ValueError(f"{label} must be a whole number.")
    if low is not None and number < low:
        raise ValueError(f"{label} must be at least {low}.")
    if high is not None and number > high:
        raise ValueError(f"{label} must be at most {high}.")
    return int(number)
`,
  boolean: `def _boolean(value: Any, *, default: bool = False) -> bool:
    """The value as true or false; Dify may send either as text."""
    if value is None or value == "":
        return default
    return value if isinstance(value, bool) else str(value).strip().lower() in ("true", "1")
`,
  list: `def _list(value: Any, label: str, *, default: list[Any]) -> list[Any]:
    """The value as a list, or the default where there is none."""
    if value is None or value == "":
        return default
    if not isinstance(value, list):
        raise ValueError(f"{label} must be a list.")
    return value
`,
  object: `def _object[D](value: Any, label: str, *, default: D) -> dict[str, Any] | D:
    """The value as an object, or the default where there is none."""
    if value is None or value == "":
        return default
    if not isinstance(value, dict):
        raise ValueError(f"{label} must be an object.")
    return value
`,
}

const order: readonly Reader[] = ['required', 'number', 'whole', 'boolean', 'list', 'object']

/** The Python of these functions in a fixed order, and the modules of the standard library that they import. */
export function readerFunctions(used: ReadonlySet<Reader>): { functions: string[]; imports: string[] } {
  return {
    functions: order.filter((reader) => used.has(reader)).map((reader) => texts[reader]),
    imports: used.has('number') || used.has('whole') ? ['import math'] : [],
  }
}
