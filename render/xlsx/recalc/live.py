"""Keeps one LibreOffice open and lets it calculate workbooks while their cells change.

Reads one request a line from standard input and answers with one line, both JSON:

  {"open": "/tmp/map.xlsx"}                  -> the cells of all sheets
  {"set": [["Invoer", 1, 6, 20.5], ...]}     -> those cells with these inputs; the
                                                inputs of an earlier request are put back
  {"save": "/tmp/map.ods", "filter": "calc8"} -> {}

The cells of a sheet are rows of numbers and texts from A1; null is a cell that is empty,
false one that shows an error. A place is a sheet, a column and a row from 0. A value is a number, a
text, or null to clear the cell. Ends when standard input does.
"""

import json
import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

CONTENT = 1 | 2 | 4 | 16  # values, dates, texts and formulas: what clearing a cell takes away


def connect(pipe, office):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(600):
        if office.poll() is not None:
            raise SystemExit("LibreOffice stopped with %s" % office.returncode)
        try:
            there = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def option(name, value):
    return PropertyValue(Name=name, Value=value)


class Workbook:
    def __init__(self, desktop, path):
        self.document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, (option("Hidden", True),))
        if self.document is None:
            raise SystemExit("LibreOffice does not open " + path)
        self.document.enableAutomaticCalculation(False)
        self.sheets = self.document.Sheets
        self.areas = []
        for name in self.sheets.ElementNames:
            sheet = self.sheets.getByName(name)
            cursor = sheet.createCursor()
            cursor.gotoEndOfUsedArea(False)
            end = cursor.RangeAddress
            self.areas.append((name, sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)))
        self.before = {}

    def cell(self, place):
        return self.sheets.getByName(place[0]).getCellByPosition(place[1], place[2])

    @staticmethod
    def put(cell, value):
        if value is None:
            cell.clearContents(CONTENT)
        elif isinstance(value, str):
            cell.String = value
        else:
            cell.Value = value

    def set(self, changes):
        wanted = {tuple(c[:3]): c[3] for c in changes}
        for place in list(self.before):
            if place not in wanted:
                self.put(self.cell(place), self.before.pop(place))
        for place, value in wanted.items():
            cell = self.cell(place)
            if place not in self.before:
                held = cell.getDataArray()[0][0]
                self.before[place] = None if held == "" else held
            self.put(cell, value)
        self.document.calculate()

    def cells(self):
        shown = {"": None, None: False}  # LibreOffice gives "" for what is empty, and nothing for an error
        return {name: [[shown.get(v, v) for v in row] for row in area.getDataArray()] for name, area in self.areas}


def main():
    profile, pipe = sys.argv[1], sys.argv[2]
    office = subprocess.Popen(
        ["soffice", "-env:UserInstallation=" + profile, "--headless", "--invisible", "--norestore", "--nologo", "--nodefault",
         "--accept=pipe,name=%s;urp;" % pipe],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=sys.stderr, start_new_session=True)
    try:
        desktop = connect(pipe, office)
        workbook = None
        for line in sys.stdin:
            request = json.loads(line)
            answer = {}
            if "open" in request:
                if workbook:
                    workbook.document.close(True)
                workbook = Workbook(desktop, request["open"])
                answer = workbook.cells()
            elif "set" in request:
                workbook.set(request["set"])
                answer = workbook.cells()
            elif "save" in request:
                workbook.document.storeToURL(uno.systemPathToFileUrl(request["save"]), (option("FilterName", request["filter"]),))
            print(json.dumps(answer), flush=True)
        if workbook:
            workbook.document.close(True)
        try:
            desktop.terminate()
        except Exception:  # it closes the line while it answers
            pass
    finally:
        try:
            office.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(office.pid, 9)


main()
