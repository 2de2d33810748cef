# Every path is relative to this folder, whose own name may hold blanks.
PYTHON := .venv/bin/python
ZIP := dist/evenlight.zip
PLUGINS = $$HOME/.local/share/QGIS/QGIS3/profiles/default/python/plugins
export QT_QPA_PLATFORM ?= offscreen
export PYTHONDONTWRITEBYTECODE := 1
# Tests run on all processors, each file of them in one process.
PARALLEL = -n auto --dist loadfile

.PHONY: help demo bench test test-all reliability lint core-tests plugin-tests test-qgis zip package scan screenshots translations install run tools-run tools-test tools-screenshots

help:
	@echo "make demo                       balance a made-up scene in QGIS and measure the result"
	@echo "make demo IMAGES=\"a.tif b.tif\"  the same with your own images"
	@echo "make test                       lint and all tests but the slow ones"
	@echo "make test-all                   the slow ones as well: memory at full size, faults by the hundred"
	@echo "make reliability                all faults, and their table in docs/reliability.md (FAMILY=killed: one family)"
	@echo "make test-qgis                  all tests against the built zip, in QGIS 3.22, 3.40 and 3.44 (SUITE=trixie: one; TESTS=tests/gui)"
	@echo "make bench                      measure speed and memory beside a copy by GDAL"
	@echo "make zip                        build $(ZIP)"
	@echo "make scan                       look for what the plugin site would refuse"
	@echo "make screenshots                make the pictures of the pages anew, in docs/images (ONLY=\"tutorial tools\": some)"
	@echo "make translations               find new texts, and say which ones lack a translation"
	@echo "make install                    install the plugin into your QGIS profile"
	@echo "make run                        open QGIS with this checkout as the plugin"

# Quotes inside IMAGES are the shell's: IMAGES="'west half.tif' east.tif"
demo: zip
	@$(PYTHON) demo/run.py --zip $(ZIP) $(if $(IMAGES),--images $(IMAGES))

# SIZE, COUNT, BANDS and RUNS choose other images and less or more patience; GROWTH=1 measures how figures grow.
bench: tools-run
	@$(PYTHON) benchmarks/performance.py $(if $(SIZE),--size $(SIZE)) $(if $(COUNT),--count $(COUNT)) \
		$(if $(BANDS),--bands $(BANDS)) $(if $(RUNS),--runs $(RUNS)) $(if $(GROWTH),--growth)

test: lint core-tests plugin-tests

lint: tools-test
	@$(PYTHON) -m ruff check --quiet --output-format concise .
	@echo "ruff: nothing to complain"

core-tests: tools-test
	@echo "Core tests, without QGIS"
	@$(PYTHON) -m pytest $(PARALLEL) -p no:pytest_qgis -W ignore::pytest.PytestConfigWarning tests/core

plugin-tests: tools-test
	@echo "Plugin tests, in QGIS"
	@$(PYTHON) -m pytest $(PARALLEL) tests --ignore=tests/core

# What is marked slow.
test-all: test
	@echo "Slow tests"
	@$(PYTHON) -m pytest -p no:pytest_qgis -W ignore::pytest.PytestConfigWarning -m slow tests/core
	@$(PYTHON) -m pytest -m slow tests --ignore=tests/core

reliability: tools-test
	@$(PYTHON) -m pytest -m slow $(if $(FAMILY),"tests/reliability/test_reliability.py::test_all_faults[$(FAMILY)]",\
		tests/reliability --table docs/reliability.md)

# Each QGIS is that of a Debian release, made once in a folder of the user's cache; needs root and debootstrap.
test-qgis: zip
	@$(PYTHON) tools/qgis_versions.py $(ZIP) $(SUITE) $(if $(TESTS),--tests $(TESTS))

zip package: tools-run
	@$(PYTHON) tools/package.py $(ZIP)

# What the plugin site's scanners would say.
scan: zip tools-test
	@$(PYTHON) tools/scan.py $(ZIP)

# The pictures of the pages, from QGIS itself with the plugin of this checkout.
screenshots: tools-screenshots
	@$(PYTHON) tools/screenshots.py $(if $(ONLY),--only $(ONLY))

translations: tools-run
	@$(PYTHON) tools/translations.py

install: zip
	@mkdir -p "$(PLUGINS)"
	@rm -rf "$(PLUGINS)/evenlight"
	@$(PYTHON) -m zipfile -e $(ZIP) "$(PLUGINS)"
	@echo "Installed; enable Evenlight in Plugins > Manage and Install Plugins."

# QGIS takes the name of a plugin from its folder's; a checkout may have any.
run: tools-run
	@mkdir -p dist/plugins
	@ln -sfn ../.. dist/plugins/evenlight
	@env -u QT_QPA_PLATFORM QGIS_PLUGINPATH="$(CURDIR)/dist/plugins" qgis --profile evenlight-development

# QGIS reads translations compiled; git keeps their sources only.
tools-run:
	@tools/install.sh run
	@$(PYTHON) tools/translations.py --compile

tools-test:
	@tools/install.sh test
	@$(PYTHON) tools/translations.py --compile

tools-screenshots:
	@tools/install.sh screenshots
