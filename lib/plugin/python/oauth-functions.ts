/** A state without storage, by HMAC of the client secret, and whether one is such (oauth.md section 5). */
export const ownStateFunctions = `def _new_state(client_secret: str, redirect_uri: str) -> str:
    """A state that only this client can make. It proves neither the browser nor a single use."""
    nonce, issued_at = secrets.token_urlsafe(16), str(int(time.time()))
    mac = _signed(client_secret, "dify-state", redirect_uri, nonce, issued_at)
    return f"{nonce}.{issued_at}.{mac}"


def _is_own_state(state: str, client_secret: str, redirect_uri: str) -> bool:
    """Whether a state was made here, and not more than ten minutes ago."""
    nonce, _, rest = state.partition(".")
    issued_at, _, mac = rest.partition(".")
    right = _signed(client_secret, "dify-state", redirect_uri, nonce, issued_at)
    return hmac.compare_digest(mac.encode(), right.encode()) and time.time() - int(issued_at) <= 600
`

/** The PKCE verifier of a state, without storage too. */
export const verifierFunction = `def _verifier(client_secret: str, redirect_uri: str, state: str) -> str:
    """The PKCE verifier, made from the state both times, since nothing is kept in between."""
    return _signed(client_secret, "dify-pkce", redirect_uri, state)
`

/** What these stand on. */
export const signingFunctions = `def _signed(client_secret: str, *parts: str) -> str:
    text = "|".join(parts)
    return _base64url(hmac.new(client_secret.encode(), text.encode(), hashlib.sha256).digest())


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
`

export const stateFunctions = [ownStateFunctions, verifierFunction, signingFunctions].join('\n\n')

/** The S256 challenge of that verifier. */
export const challengeFunction = `def _challenge(client_secret: str, redirect_uri: str, state: str) -> str:
    """The S256 challenge of the verifier of a state."""
    verifier = _verifier(client_secret, redirect_uri, state)
    return _base64url(hashlib.sha256(verifier.encode()).digest())
`

/** `expires_at` as Dify keeps it: an absolute second, without a margin of our own. */
export const expiryFunction = `def _expires_at(expires_in: Any, default: int) -> int:
    """The second at which a token ends; -1 for never. Dify asks for a new one a minute before."""
    try:
        seconds = int(float(expires_in))
    except (TypeError, ValueError, OverflowError):
        seconds = 0
    if not 0 < seconds < 2**53:
        seconds = default
    return int(time.time()) + seconds if seconds > 0 else -1
`
