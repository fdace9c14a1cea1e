"""What comes round: templates, absences, notices, the yearly report and the archive."""

from __future__ import annotations

from flask import Response, jsonify
from flask_openapi import APIBlueprint, Tag

from crypto.encoding import b64
from portal.api import bodies
from portal.api.render import Answer, Json, day, maybe_b64
from portal.models.instance import Archiving, Report
from portal.models.staff import Absence
from portal.services.casework import archiving
from portal.services.staff import absences, templates
from portal.services.statistics import reports
from portal.services.upkeep import notices
from portal.web import sessions

api = APIBlueprint("year", __name__, url_prefix="/api/v1", abp_tags=[Tag(name="year")])


@api.get("/templates")
def list_templates() -> Answer:
    """The facilitators' sealed templates."""
    found = templates.read(sessions.context(), sessions.staff())
    shown = [{"id": b64(t.id), "number": t.number, "envelope": b64(t.envelope)} for t in found]
    return jsonify(templates=shown)


@api.put("/templates/<id>")
def keep_template(path: bodies.IdPath, body: bodies.Template) -> Answer:
    """Keep template 0, or swap n for n + 1."""
    actor = sessions.staff()
    templates.keep(sessions.context(), actor, path.id, body.number, body.envelope)
    return {"number": body.number}


@api.delete("/templates/<id>")
def remove_template(path: bodies.IdPath) -> Answer:
    """Take a template away."""
    templates.remove(sessions.context(), sessions.staff(), path.id)
    return Response(status=204)


@api.get("/absences")
def list_absences() -> Answer:
    """Who is away, and who covers."""
    found = absences.read(sessions.context(), sessions.staff())
    return jsonify(absences=[_absence(row) for row in found])


def _absence(row: Absence) -> Json:
    return {
        "id": b64(row.id),
        "member": b64(row.member),
        "first": day(row.first),
        "last": day(row.last),
        "cover": maybe_b64(row.cover),
        "signed": b64(row.signed),
    }


@api.put("/absences/<id>")
def keep_absence(path: bodies.IdPath, body: bodies.AbsenceBody) -> Answer:
    """One's own absence, signed by oneself."""
    fresh = absences.keep(sessions.context(), sessions.staff(), body.value(path.id))
    return {}, 201 if fresh else 200


@api.delete("/absences/<id>")
def remove_absence(path: bodies.IdPath) -> Answer:
    """Take an absence back."""
    absences.remove(sessions.context(), sessions.staff(), path.id)
    return Response(status=204)


@api.get("/staff/notice")
def read_notice() -> Answer:
    """Where the daily notice goes."""
    return jsonify(address=notices.address_of(sessions.context(), sessions.staff()))


@api.put("/staff/notice")
def set_notice(body: bodies.Notice) -> Answer:
    """Where the daily notice is to go; null for nowhere."""
    notices.set_address(sessions.context(), sessions.staff(), body.address)
    return {}


@api.get("/reports")
def list_reports() -> Answer:
    """The yearly reports, and the one that is asked for now."""
    context = sessions.context()
    found = reports.listed(context, sessions.staff())
    due = reports.due(context)
    shown = [_report(row) for row in found]
    return {"reports": shown, "due": due.year, "late": due.late}


def _report(row: Report) -> Json:
    return {
        "year": row.year,
        "author": b64(row.author),
        "day": day(row.day),
        "presented": day(row.presented),
        "presented_by": maybe_b64(row.presented_by),
    }


@api.get("/reports/<year>")
def read_report(path: bodies.YearPath) -> Answer:
    """A signed report: numbers and keys, no text."""
    found = reports.read(sessions.context(), sessions.staff(), path.year)
    return {**_report(found), "signed": b64(found.signed)}


@api.put("/reports/<year>")
def publish_report(path: bodies.YearPath, body: bodies.ReportBody) -> Answer:
    """Keep a facilitator's signed report, until it was presented."""
    reports.publish(sessions.context(), sessions.staff(), path.year, body.signed)
    return {}


@api.put("/reports/<year>/presentation")
def present(path: bodies.YearPath, body: bodies.Presented) -> Answer:
    """The day on which the coordinator presented it."""
    reports.present(sessions.context(), sessions.staff(), path.year, body.day)
    return {}


@api.get("/archive")
def outlook(query: bodies.YearQuery) -> Answer:
    """What archiving a year would do now, and what was archived before."""
    found = archiving.outlook(sessions.context(), sessions.staff(), query.year)
    return {
        "year": found.year,
        "starts": day(found.starts),
        "presented": day(found.presented),
        "ready": [b64(one) for one in found.ready],
        "open": [b64(one) for one in found.open],
        "waiting": [b64(one) for one in found.waiting],
        "others": found.others,
        "past": [_archiving(row) for row in found.past],
    }


def _archiving(row: Archiving) -> Json:
    return {
        "id": b64(row.id),
        "year": row.year,
        "archive_key": b64(row.archive_key),
        "step": row.step,
        "day": day(row.day),
        "cases": row.cases,
        "file": row.file,
        "hash": maybe_b64(row.hash),
    }


@api.post("/archive")
def archive(body: bodies.Archive) -> Answer:
    """Archive what is ready of a year; open cases must be carried over by name."""
    actor = sessions.staff()
    made = archiving.archive(sessions.context(), actor, body.year, frozenset(body.carry))
    return {"archived": [_archiving(row) for row in made]}, 201


@api.delete("/archive/<id>")
def undo(path: bodies.IdPath) -> Answer:
    """Give the cases back, while nothing was destroyed."""
    archiving.undo(sessions.context(), sessions.staff(), path.id)
    return Response(status=204)
