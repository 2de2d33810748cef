"""The table of `make test-qgis`: what the releases said, not one test lost."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

REPORT = """
<testsuites><testsuite>
  <testcase classname="a" name="good"/>
  <testcase classname="a" name="wrong"><failure message="no"/></testcase>
  <testcase classname="a" name="broken"><error message="no fixture"/></testcase>
  <testcase classname="b" name="left_out"><skipped message="no network"/></testcase>
  <testcase classname="b" name="left_out_too"><skipped message="no network"/></testcase>
</testsuite></testsuites>
"""


def test_every_test_is_counted_once_and_named_if_it_failed(outcomes):
    report = ElementTree.ElementTree(ElementTree.fromstring(REPORT))
    outcome = outcomes.read_outcome({"QGIS": "3.22.16", "GDAL": "3.6.2"}, [report, report])
    assert outcome.tests == {"passed": 2, "failed": 4, "skipped": 4}
    lines = outcomes.table({"bookworm": outcome})
    assert lines[0] == "| release | QGIS | GDAL | passed | failed | skipped |"
    assert lines[2] == "| bookworm | 3.22.16 | 3.6.2 | 2 | 4 | 4 |"
    assert "bookworm: failed: a::wrong" in lines
    assert "bookworm: failed: a::broken" in lines
    assert "bookworm: 4 skipped: no network" in lines
