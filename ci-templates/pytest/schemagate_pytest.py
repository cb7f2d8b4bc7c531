"""schemagate in pytest: each check of each database is a test case, `schemagate::shop::rollback`, with its own text.

Set up, one of these:
  - put this file beside your tests and say `pytest_plugins = ["schemagate_pytest"]` in the conftest.py of the root folder;
  - put it anywhere on the Python path and run `pytest -p schemagate_pytest`, or write that into `addopts`.

It runs `schemagate check --format json` once, in pytest's root folder, also under pytest-xdist. A failed check fails, a
skipped one is skipped with its reason, a database that could not be checked is an error, warnings are pytest's warnings.
It runs with whole folders of tests, not where only single files or tests are named; `--schemagate` runs it there too.

Options:
  --schemagate, --no-schemagate     run it in any case, or not at all
  --schemagate-report FILE          read this JSON report instead of running the program
In pytest.ini ([pytest]) or pyproject.toml ([tool.pytest.ini_options]):
  schemagate_command = "schemagate"             the program, and what stands before `check`
  schemagate_args = "--base origin/main"        more options of `schemagate check`
  schemagate_report = "schemagate.json"         as --schemagate-report

Needs pytest 7 or later, and nothing else.
"""

import json
import os
import subprocess
import warnings

import pytest

REPORT = pytest.StashKey()


class SchemagateWarning(pytest.PytestWarning):
    """A finding that fails nothing."""


def pytest_addoption(parser):
    group = parser.getgroup("schemagate", "database migrations (schemagate)")
    group.addoption("--schemagate", action="store_true", dest="schemagate", default=None, help="check in any case")
    group.addoption("--no-schemagate", action="store_false", dest="schemagate", help="don't check")
    group.addoption("--schemagate-report", metavar="FILE", help="read this JSON report instead of running schemagate")
    parser.addini("schemagate_command", "the program (default: schemagate)", type="args", default=["schemagate"])
    parser.addini("schemagate_args", "more options of `schemagate check`", type="args", default=[])
    parser.addini("schemagate_report", "a JSON report to read instead of running schemagate", default="")


def pytest_report_header(config):
    if config.getoption("schemagate") is None and not is_wanted(config):
        return "schemagate: not run for single files (--schemagate runs it)"
    return None


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node):
    """pytest-xdist starts a worker: it gets the report of the only run."""
    if is_wanted(node.config):
        node.workerinput["schemagate"] = json.dumps(the_run(node.config))


def pytest_collection_modifyitems(session, config, items):
    if is_wanted(config):
        items.extend(cases(session, the_run(config)))


def is_wanted(config):
    if hasattr(config, "workerinput"):
        return "schemagate" in config.workerinput
    asked = config.getoption("schemagate")
    if asked is not None:
        return asked
    named = config.getoption("file_or_dir") or []
    return not named or any(os.path.isdir(os.path.join(config.invocation_params.dir, name)) for name in named)


def the_run(config):
    """What the program said, as plain data: `report`, or the `problem` that kept us from one."""
    if hasattr(config, "workerinput"):
        return json.loads(config.workerinput["schemagate"])
    if REPORT not in config.stash:
        file = config.getoption("schemagate_report") or config.getini("schemagate_report")
        config.stash[REPORT] = read(config.rootpath / file) if file else run(config)
    return config.stash[REPORT]


def read(path):
    try:
        return parsed(path.read_text(encoding="utf-8"), f"{path} is not a JSON report of schemagate")
    except OSError as error:
        return {"problem": f"the report can't be read: {error}"}


def run(config):
    command = [*config.getini("schemagate_command"), "check", "--format", "json", *config.getini("schemagate_args")]
    try:
        done = subprocess.run(
            command, cwd=config.rootpath, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
            errors="replace", check=False,
        )
    except OSError as error:
        return {
            "problem": f"{command[0]} can't be run: {error.strerror}\n"
            "  try: install schemagate, or name it in `schemagate_command` of pytest's configuration"
        }
    problem = f"`{' '.join(command)}` ended with status {done.returncode} and without a report\n{done.stderr}"
    result = parsed(done.stdout, problem)
    result["status"] = done.returncode
    return result


def parsed(text, problem):
    try:
        report = json.loads(text)
    except ValueError:
        return {"problem": problem}
    if not isinstance(report, dict) or report.get("version") != 1 or "targets" not in report:
        return {"problem": problem}
    return {"report": report}


# Cases


class Target(pytest.Collector):
    """What the cases of one database have in common: the beginning of their names."""

    def collect(self):
        return []


class Case(pytest.Item):
    """One check of one database: text for each way to end, of which the first that isn't empty counts."""

    def __init__(self, *, error="", failure="", skipped="", notes=(), place=None, **rest):
        super().__init__(**rest)
        self.error, self.failure, self.skipped = error, failure, skipped
        self.notes, self.place = notes, place

    def setup(self):
        if self.error:
            pytest.fail(self.error, pytrace=False)

    def runtest(self):
        for warning in self.notes:
            warnings.warn_explicit(SchemagateWarning(warning), None, filename=self.nodeid, lineno=1)
        if self.failure:
            pytest.fail(self.failure, pytrace=False)
        if self.skipped:
            pytest.skip(self.skipped)

    def reportinfo(self):
        path, line = self.place or ("schemagate", None)
        return self.config.rootpath / path, line, self.nodeid


def cases(session, result):
    if "problem" in result:
        yield case(session, "", "checked", failure=shown(result["problem"]))
        return
    report = result["report"]
    # `--fail-on warning` fails with a report that says "passed".
    strict = result.get("status") == 1 and report.get("verdict") == "passed"
    errors = [error_text(error) for error in report.get("errors", [])]
    if result.get("status", 0) > 1 and report.get("verdict") != "unknown":
        errors.append(f"schemagate ended with status {result['status']}")
    # No verdict but a pass may end without a case that says so.
    verdicts = [target["verdict"] for target in report["targets"]]
    if not errors and report.get("verdict") not in ["passed", *verdicts]:
        errors.append(f"the report's verdict is {shown(str(report.get('verdict')))}")
    if errors or not report["targets"]:
        yield case(session, "", "checked", error="\n\n".join(errors))
    for target in report["targets"]:
        yield from target_cases(session, target, strict)


def target_cases(session, target, strict):
    name, verdict = target["name"], target["verdict"]
    checks = [(check, *sorted_findings(check, strict)) for check in target.get("checks", [])]
    outcome = {}
    unseen = [shown(f"{note['what']}: {note['why']}") for note in target.get("notChecked", [])]
    if verdict == "unknown":
        texts = [error_text(error) for error in target.get("errors", [])] or unseen or ["it could not be checked"]
        outcome["error"] = "\n\n".join([*texts, shown(target.get("setup") or "")]).strip()
    elif verdict == "unchanged":
        outcome["skipped"] = "the branch changes nothing that this target is made of"
    elif verdict == "failed" and not any(failing for _, failing, _ in checks):
        outcome["failure"] = "the target failed"
    yield case(session, name, "checked", **outcome)
    for check, failing, notes in checks:
        yield check_case(session, name, check, failing, notes)
    if unseen:
        yield case(session, name, "not-checked", skipped="\n".join(unseen))


def check_case(session, target, check, failing, notes):
    skipped = check.get("reason") or "no reason was given"
    return case(
        session, target, check["id"], failure="\n\n".join(map(finding_text, failing)),
        skipped=shown(skipped) if check["outcome"] == "skipped" else "", notes=list(map(finding_text, notes)),
        place=next((place(finding) for finding in failing if finding.get("location")), None),
    )


def case(session, target, name, **outcome):
    words = ["schemagate", shown(target).replace("::", ":").replace("\n", "\\n")] if target else ["schemagate"]
    parent = Target.from_parent(session, name=words[-1], nodeid="::".join(words))
    return Case.from_parent(parent, name=shown(name), **outcome)


def sorted_findings(check, strict):
    """What fails the check, and what is only worth a warning; never what base has too, or what was accepted."""
    live = [finding for finding in check["findings"] if not finding["existing"] and finding.get("waived") is None]
    errors = [finding for finding in live if finding["severity"] == "error"]
    notes = [finding for finding in live if finding["severity"] == "warning"]
    return (errors + notes, []) if strict else (errors, notes)


# Words


def finding_text(finding):
    lines = [f"{finding['severity']}: {finding['message'].replace('`', '')} [{finding['rule']}]"]
    if finding.get("location"):
        path, line = place(finding)
        lines.append(f"at: {path}" + ("" if line is None else f":{line + 1}"))
    lines += ["    " + line for line in (finding.get("evidence") or "").splitlines()]
    lines.append(f"try: {finding['remedy'].replace('`', '')}")
    lines += ["  " + line for line in finding.get("declarations") or []]
    return shown("\n".join(lines))


def error_text(error):
    parts = [error["what"].replace("`", "")]
    parts += [f"  {key}: {error[key].replace('`', '')}" for key in ("at", "try") if error.get(key)]
    return shown("\n".join(parts + (["    " + error["lines"].replace("\n", "\n    ")] if error.get("lines") else [])))


def place(finding):
    location = finding["location"]
    line = location.get("line")
    return location["path"], None if line is None else max(0, line - 1)


def shown(text):
    """Names come from a branch: what a terminal would obey, or a reader not see, is spelled out."""
    return "".join(c if c.isprintable() or c == "\n" else repr(c)[1:-1] for c in text)
