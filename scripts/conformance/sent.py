"""What the sign-in of tool providers sends, without sending it.

    python sent.py < PLAN

PLAN is a JSON list of {"source": the text of a provider's Python, "redirect_uri", "client": {…system credentials…}}. Back comes a list
of {"url": the authorization URL, "state", "verifier", "code": {…}, "refresh": {…}}: the two requests as `requests` would put them on the wire.
"""

import json
import sys
import types
import urllib.parse

import requests
from dify_plugin import ToolProvider
from werkzeug.test import EnvironBuilder


class Sent(Exception):
    pass


def caught(call, sent):
    def post(url, **options):
        options.pop("timeout")
        assert options.pop("allow_redirects") is False
        prepared = requests.Request("POST", url, **options).prepare()
        sent.append({"url": prepared.url, "headers": dict(prepared.headers), "body": text(prepared.body)})
        raise requests.ConnectionError

    requests.post = post
    try:
        call()
    except Exception as exc:  # noqa: BLE001
        if not sent:
            raise exc
    return sent[0]


def text(body):
    return body.decode() if isinstance(body, bytes) else body


def judge(plan):
    module = types.ModuleType("provider")
    exec(compile(plan["source"], "provider.py", "exec"), module.__dict__)  # noqa: S102
    cls = next(each for each in vars(module).values() if isinstance(each, type) and issubclass(each, ToolProvider) and each is not ToolProvider)
    provider, redirect, client = cls(), plan["redirect_uri"], plan["client"]
    url = provider.oauth_get_authorization_url(redirect, client)
    state = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(url).query))["state"]
    query = urllib.parse.urlencode({"code": "the code", "state": state})
    request = EnvironBuilder(path="/callback", query_string=query).get_request()
    kept = {"access_token": "old", "refresh_token": "the refresh token"}
    return {
        "url": url,
        "state": state,
        "verifier": module._verifier(client["client_secret"], redirect, state),
        "code": caught(lambda: provider.oauth_get_credentials(redirect, client, request), []),
        "refresh": caught(lambda: provider.oauth_refresh_credentials(redirect, client, kept), []),
    }


print(json.dumps([judge(plan) for plan in json.load(sys.stdin)]))
