"""What axe finds wrong with a page."""

from pathlib import Path

AXE = (Path(__file__).parents[1] / "vendor" / "axe-core" / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The result of axe is large, and costs five times its making to carry out of the browser: only the faults leave it.
FAULTS = """rules => axe.run(document, {runOnly: rules, resultTypes: ["violations"]}).then(
    found => found.violations.map(fault => `${fault.id}: ${fault.nodes[0].html}`))"""
