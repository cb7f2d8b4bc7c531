"""A forge for tests: the endpoints of GitHub and GitLab that publishing uses, strict about what it is sent.

Each test has a room of its own: the first part of the path. A room's state is set by POST /ROOM/_setup, and what was
asked of it is read by GET /ROOM/_log. Prints its port; ends with its standard input.
"""

import glob
import json
import os
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

ROOMS = {}
LOCK = threading.Lock()


def fresh():
    return {
        "token": "secret", "login": "github-actions[bot]", "viewer": True, "user": False, "comments": [], "pulls": [],
        "page": 100, "log": [], "script": [], "statuses": [], "next": 1000, "sha": "", "loseAnswer": 0,
    }


def leaks(token):
    """Processes that show the token in their arguments, and curl's that have it in their environment."""
    found = []
    for path in glob.glob("/proc/[0-9]*/cmdline"):
        try:
            words = open(path, "rb").read()
            if token.encode() in words:
                found.append("argv")
            if words.split(b"\0")[0].endswith(b"curl"):
                with open(os.path.dirname(path) + "/environ", "rb") as file:
                    if token.encode() in file.read():
                        found.append("environment")
        except OSError:
            pass
    return found


class Refused(Exception):
    def __init__(self, status, message, headers=None):
        self.status, self.message, self.headers = status, message, headers or {}


class Forge(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        self.answer()

    do_POST = do_PUT = do_PATCH = do_GET

    def answer(self):
        length = int(self.headers.get("content-length") or 0)
        text = self.rfile.read(length).decode()
        url = urlsplit(self.path)
        _, name, rest = (url.path.split("/", 2) + [""])[:3]
        with LOCK:
            room = ROOMS.setdefault(name, fresh())
            if rest == "_setup":
                room.update(json.loads(text))
                return self.reply(200, {})
            if rest == "_log":
                return self.reply(200, {"requests": room["log"], "comments": room["comments"],
                                        "statuses": room["statuses"]})
            call = f"{self.command} {rest}"
            room["log"].append({"call": call, "query": url.query, "body": text, "leaks": leaks(room["token"])})
            try:
                for step in room["script"]:
                    if step["times"] > 0 and re.search(step["match"], call):
                        step["times"] -= 1
                        if step.get("close"):
                            self.close_connection = True
                            return None
                        raise Refused(step["status"], step.get("message", "scripted"), step.get("headers"))
                result, headers = self.route(room, rest, parse_qs(url.query), text, f"http://{self.headers['host']}{url.path}")
            except Refused as refused:
                return self.reply(refused.status, {"message": refused.message}, refused.headers)
            if self.command == "POST" and rest.endswith(("comments", "notes")) and room["loseAnswer"] > 0:
                room["loseAnswer"] -= 1
                self.close_connection = True
                return None
            return self.reply(201 if self.command == "POST" and "graphql" not in rest else 200, result, headers)

    def reply(self, status, value, headers=None):
        data = json.dumps(value).encode()
        self.send_response(status)
        for key, each in (headers or {}).items():
            # "+5" is five seconds from now.
            self.send_header(key, str(int(time.time()) + int(each)) if each.startswith("+") else each)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def route(self, room, path, query, text, url):
        gitlab = path.startswith("api/v4/")
        self.check_headers(room, gitlab, text)
        body = json.loads(text) if text else None
        routes = self.gitlab_routes() if gitlab else self.github_routes()
        for method, pattern, action in routes:
            match = re.fullmatch(pattern, path)
            if match and method == self.command:
                result = action(room, body, query, *match.groups())
                return self.paged(room, result, query, url) if isinstance(result, list) else (result, {})
        raise Refused(404, "Not Found")

    def check_headers(self, room, gitlab, text):
        given = self.headers.get("private-token") if gitlab else self.headers.get("authorization")
        if given != (room["token"] if gitlab else "Bearer " + room["token"]):
            raise Refused(401, "Bad credentials")
        if not (self.headers.get("user-agent") or "").startswith("schemagate/"):
            raise Refused(403, "Request forbidden by administrative rules: no User-Agent")
        if text and self.headers.get("content-type") != "application/json":
            raise Refused(415, "not JSON")
        if not gitlab and self.headers.get("x-github-api-version") != "2022-11-28":
            raise Refused(400, "no version")

    def paged(self, room, items, query, url):
        size = min(int(query.get("per_page", ["30"])[0]), room["page"])
        page = int(query.get("page", ["1"])[0])
        part = items[(page - 1) * size:page * size]
        headers = {}
        if page * size < len(items):
            more = "&".join(f"{key}={value[0]}" for key, value in query.items() if key != "page")
            last = (len(items) + size - 1) // size
            headers["Link"] = f'<{url}?{more}&page={page + 1}>; rel="next", <{url}?{more}&page={last}>; rel="last"'
        return part, headers

    # What the two forges say

    def github_routes(self):
        repo = r"api/v3/repos/acme/shop"
        return [
            ("GET", r"api/v3/user", lambda room, *_: self.user(room)),
            ("POST", r"api/graphql", lambda room, body, *_: self.viewer(room, body)),
            ("GET", repo + r"/pulls/(\d+)", lambda room, body, query, number: self.pull(room, int(number))),
            ("GET", repo + r"/pulls", lambda room, body, query: self.pulls(room, query)),
            ("GET", repo + r"/commits/(\w+)/pulls", lambda room, body, query, sha: []),
            ("GET", repo + r"/issues/(\d+)/comments", lambda room, *_: [self.shown(c) for c in room["comments"]]),
            ("POST", repo + r"/issues/(\d+)/comments", lambda room, body, *_: self.create(room, body, 65536)),
            ("PATCH", repo + r"/issues/comments/(\d+)",
             lambda room, body, query, number: self.change(room, body, int(number), 65536)),
            ("POST", repo + r"/statuses/(\w+)", lambda room, body, query, sha: self.status(room, body, sha)),
        ]

    def gitlab_routes(self):
        notes = r"api/v4/projects/(7|acme%2Fshop)/merge_requests/(\d+)"
        return [
            ("GET", r"api/v4/user", lambda room, *_: {"id": 1, "username": room["login"]}),
            ("GET", notes, lambda room, *_: {"iid": 5, "sha": room["sha"]}),
            ("GET", notes + "/notes", lambda room, *_: [self.note(c) for c in room["comments"]]),
            ("POST", notes + "/notes", lambda room, body, *_: self.note(self.create(room, body, 1000000))),
            ("PUT", notes + r"/notes/(\d+)",
             lambda room, body, query, project, request, number: self.change(room, body, int(number), 1000000)),
            ("POST", r"api/v4/projects/7/statuses/(\w+)",
             lambda room, body, query, sha: self.gitlab_status(room, body, sha)),
        ]

    def user(self, room):
        if not room["user"]:
            raise Refused(403, "Resource not accessible by integration")
        return {"login": room["login"]}

    def viewer(self, room, body):
        if "viewer" not in body["query"]:
            raise Refused(400, "no query")
        if not room["viewer"]:
            return {"data": None, "errors": [{"message": "no"}]}
        return {"data": {"viewer": {"login": room["login"]}}}

    def pull(self, room, number):
        for pull in room["pulls"]:
            if pull["number"] == number:
                return pull
        raise Refused(404, "Not Found")

    def pulls(self, room, query):
        head = query.get("head", [""])[0]
        return [pull for pull in room["pulls"] if pull["head"]["label"] == head and pull["state"] == "open"]

    def shown(self, comment):
        return {"id": comment["id"], "user": {"login": comment["login"], "type": "User"}, "body": comment["body"],
                "html_url": f"https://forge.example/acme/shop/pull/5#issuecomment-{comment['id']}"}

    def note(self, comment):
        return {"id": comment["id"], "author": {"id": 9, "username": comment.get("login") or comment["user"]["login"]},
                "body": comment["body"], "system": False}

    def create(self, room, body, limit):
        self.fits(body, limit)
        room["next"] += 1
        room["comments"].append({"id": room["next"], "login": room["login"], "body": body["body"]})
        return self.shown(room["comments"][-1])

    def change(self, room, body, number, limit):
        self.fits(body, limit)
        for comment in room["comments"]:
            if comment["id"] == number:
                if comment["login"] != room["login"]:
                    raise Refused(403, "not yours")
                comment["body"] = body["body"]
                return self.shown(comment)
        raise Refused(404, "Not Found")

    def fits(self, body, limit):
        if set(body) != {"body"} or not body["body"]:
            raise Refused(422, "Validation Failed: body")
        if len(body["body"]) > limit:
            raise Refused(422, f"Validation Failed: Body is too long (maximum is {limit} characters)")

    def status(self, room, body, sha):
        allowed = {"state", "target_url", "description", "context"}
        if body["state"] not in ("error", "failure", "pending", "success") or not set(body) <= allowed:
            raise Refused(422, "Validation Failed: state")
        if len(body["description"]) > 140:
            raise Refused(422, "Validation Failed: description is too long (maximum is 140 characters)")
        room["statuses"].append(dict(body, sha=sha))
        return body

    def gitlab_status(self, room, body, sha):
        if body["state"] not in ("pending", "running", "success", "failed", "canceled", "skipped"):
            raise Refused(400, "state does not have a valid value")
        if any(s["name"] == body["name"] and s["state"] == body["state"] for s in room["statuses"]):
            raise Refused(400, "Cannot transition status via :succeed from :success")
        room["statuses"].append(dict(body, sha=sha))
        return body


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Forge)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()
