"""Reads workbooks with openpyxl and says as JSON what it found: one object a workbook."""

import json
import sys

import openpyxl


def place(source):
    """The cells that a part of a series is over."""
    for kind in ("strRef", "numRef"):
        source = getattr(source, kind, None) or source
    return source.f if source is not None else ""


def charts(sheet):
    found = []
    for chart in sheet._charts:
        title = ""
        if chart.title is not None and chart.title.tx is not None and chart.title.tx.rich is not None:
            title = "".join(run.t for p in chart.title.tx.rich.p for run in (p.r or []))
        series = [{"name": place(s.tx), "along": place(s.cat or s.xVal), "values": place(s.val or s.yVal)} for s in chart.series]
        found.append({"title": title, "series": series})
    return found


def worksheet(sheet, cached):
    unlocked, notes, links, values = [], {}, {}, {}
    for row in sheet.iter_rows():
        for cell in row:
            if not cell.protection.locked:
                unlocked.append(cell.coordinate)
            if cell.comment is not None:
                notes[cell.coordinate] = cell.comment.text
            if cell.hyperlink is not None:
                links[cell.coordinate] = {"location": cell.hyperlink.location or "", "target": cell.hyperlink.target or ""}
            value = cached[cell.coordinate].value
            if isinstance(value, (int, float, str)):
                values[cell.coordinate] = value
    validations = {}
    for rule in sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            for row in sheet[area.coord] if area.size["rows"] * area.size["columns"] > 1 else ((sheet[area.coord],),):
                for cell in row:
                    validations[cell.coordinate] = {
                        "type": rule.type, "list": rule.formula1 if rule.type == "list" else "", "error": rule.error or "", "errorTitle": rule.errorTitle or "",
                        "prompt": rule.prompt or "", "shown": bool(rule.showErrorMessage), "prompted": bool(rule.showInputMessage),
                    }
    return {
        "name": sheet.title, "visible": sheet.sheet_state == "visible", "protected": bool(sheet.protection.sheet), "password": sheet.protection.password or "",
        "frozen": sheet.freeze_panes or "", "titles": sheet.print_title_rows or "", "unlocked": unlocked, "notes": notes, "links": links, "values": values,
        "validations": validations, "charts": charts(sheet), "width": sheet.page_setup.fitToWidth, "paper": int(sheet.page_setup.paperSize or 0), "footer": sheet.oddFooter.right.text or "",
    }


def workbook(path):
    book, cached = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    p = book.properties
    return {
        "sheets": [worksheet(s, cached[s.title]) for s in book.worksheets],
        "names": {n.name: n.attr_text for n in book.defined_names.definedName if n.localSheetId is None},
        "properties": {"title": p.title, "subject": p.subject, "creator": p.creator, "language": p.language, "created": p.created.isoformat()},
    }


json.dump([workbook(path) for path in sys.argv[1:]], sys.stdout)
