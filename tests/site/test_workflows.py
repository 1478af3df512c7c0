"""The workflows: what runs a stranger's code may do nothing, and what may do something runs no stranger's code."""

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from harness import PROJECT, each_case

WORKFLOWS = {file.name: file for file in sorted((PROJECT / ".github" / "workflows").glob("*.yml"))}
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
# What a script may run where it may open issues: GitHub's client, and what shortens a text.
HARMLESS = {"gh", "[", "head", "sed", "echo", "exit"}
COMMAND = re.compile(r"[\w./-]+|\[")
WORDS_OF_SHELL = {"if", "then", "else", "elif", "fi"}
OF_STRANGERS = ("pull_request", "issue_comment", "issues", "fork")


def faults_of(text: str) -> Iterator[str]:
    """What a workflow does that it must not."""
    workflow: dict[Any, Any] = yaml.safe_load(text)
    given = workflow[True]  # PyYAML reads `on` as a truth value
    events = [given] if isinstance(given, str) else list(given)
    jobs = list(workflow["jobs"].values())
    steps = [step for job in jobs for step in job.get("steps", [])]
    runs_theirs = any(event in OF_STRANGERS for event in events)
    if (
        any(not isinstance(each.get("permissions", {}), dict) for each in (workflow, *jobs))
        or "permissions" not in workflow
    ):
        yield "does not say what it may do"
        return
    writes = [may for each in (workflow, *jobs) for may in each.get("permissions", {}).values() if may == "write"]
    if "pull_request_target" in events:
        yield "runs beside a stranger's code with our secrets"
    if runs_theirs and (writes or "secrets." in text or "github.token" in text):
        yield "runs a stranger's code and may do something"
    if "workflow_run" in events and any("checkout" in step.get("uses", "") for step in steps):
        yield "fetches a stranger's code where it may do something"
    for step in steps:
        if (uses := step.get("uses")) and not PINNED.fullmatch(uses):
            yield f"uses {uses}, which can change"
        if "${{" in step.get("run", ""):
            yield "puts words of an event into a command"
        if (
            runs_theirs
            and "checkout" in step.get("uses", "")
            and step.get("with", {}).get("persist-credentials") is not False
        ):
            yield "leaves a key beside a stranger's code"
    if workflow.get("permissions", {}).get("issues") == "write":
        yield "lets all its jobs open issues"
    for job in jobs:
        if job.get("permissions", {}).get("issues") == "write":
            yield from _faults_of_opening(job)
        may_publish = job.get("permissions", {}).get("id-token") == "write"
        if may_publish and any("run" in step or "checkout" in step.get("uses", "") for step in job["steps"]):
            yield "runs something of the repository where it may publish"


def commands_in(script: str) -> Iterator[str]:
    """The commands of a script: what stands first in a line, behind a sign that joins two, and in brackets."""
    yield from re.findall(r"(?:\$\(|(?<!\\)`)\s*([\w./-]+)", script)
    for line in script.replace("\\\n", " ").splitlines():
        begins = True
        for word in shlex.shlex(line, posix=False, punctuation_chars=True):
            if begins and word not in WORDS_OF_SHELL and COMMAND.fullmatch(word):
                yield word
                begins = False
            begins = begins or set(word) <= set("|;&(")


def _faults_of_opening(job: dict[str, Any]) -> Iterator[str]:
    """A job that may open issues does that alone: it has no file of the repository, and runs GitHub's client only."""
    if any("run" not in step and "download-artifact" not in step.get("uses", "") for step in job["steps"]):
        yield "fetches code where it may open issues"
    commands = {command for step in job["steps"] for command in commands_in(step.get("run", ""))}
    if strange := commands - HARMLESS:
        yield f"runs {' '.join(sorted(strange))} where it may open issues"


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_does_nothing_that_it_must_not(name: str) -> None:
    """Each workflow of the project."""
    assert list(faults_of(WORKFLOWS[name].read_text(encoding="utf-8"))) == []


@each_case("site/cases/workflows.yml", "faults")
def test_a_workflow_that_does_is_found(case: dict[str, str]) -> None:
    """Each fault, in a small workflow."""
    assert list(faults_of(case["workflow"])) == [case["fault"]]
