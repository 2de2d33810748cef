"""The dock: its widgets, and what they ask of the rest of the panel."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QCoreApplication, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QDialog, QWidget

from .choosing import Choosing
from .compare import Compare
from .copying import Copying
from .files import open_dialog
from .flow import Flow
from .images import BAD, GOOD, NEUTRAL, Images
from .keys import Keys
from .layout import Layout
from .more import MoreSettings
from .overlaps import PLACE, OverlapMap, extent_in, fill_table, overlaps_of
from .seams import SeamLayer, finder
from .settings import IMAGES, MODEL_IMAGES, Settings, reader
from .states import BUSY, Request, State
from .status import Status
from .writing import Loading, Target, layers_of, write

translate = QCoreApplication.translate

DEBOUNCE = 120
"""Milliseconds without a change of settings before they are solved for."""

ENOUGH = 2


class Panel(QgsDockWidget):
    """Evenlight's panel; `close_for_good` before it is deleted."""

    stateChanged = pyqtSignal(str)
    previewed = pyqtSignal()
    failed = pyqtSignal(str)
    written = pyqtSignal(list)
    seamed = pyqtSignal()
    """The seams of a preview are on the map."""

    def __init__(self, iface, parent: QWidget | None = None):
        super().__init__(translate("Evenlight", "Evenlight"), parent)
        self.setObjectName("EvenlightPanel")
        self.iface = iface
        self.images, self.settings, self.flow = Images(self), Settings(self), Flow(self)
        self.compare = Compare(iface.mapCanvas(), self.flow.layers, self)
        self.map, self.loading = OverlapMap(self), Loading(self)
        self.view = Layout(self.images, self.settings)
        self.setWidget(self.view)
        self.choosing = Choosing(iface, self.images, self.view.tree, self)
        self.status = Status(self.view, self.flow)
        self.copying = Copying(self.view.copy, self.settings, self.view.output, self.parameters, self)
        self.seams = SeamLayer(self)
        self.keys = Keys(iface.mapCanvas(), self.view, self._hold, self._next_on_top, self)
        self._overlaps: list = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE)
        self._timer.timeout.connect(self._solve_again)
        self._read_problem = self._page = ""
        self._closed = False
        self._connect()
        self._on_state(State.EMPTY.value)

    # What the buttons do.

    def preview(self) -> None:
        """Show what the settings give."""
        self._timer.stop()
        request = self._request()
        if request is not None:
            self.flow.preview(request)

    def write(self) -> None:
        """Write the results."""
        request, output = self._request(), self.view.output
        if request is None:
            return
        if not output.target:
            self._refuse(
                translate("Evenlight", "Choose a file for the mosaic.")
                if request.joined
                else translate("Evenlight", "Choose a folder for the results.")
            )
            return
        target = self.target(request)
        self._page = target.report
        output.offer_report("")
        self.flow.write(request, partial(write, target))

    def target(self, request: Request) -> Target:
        """Where results go."""
        output = self.view.output
        ranks = [float(entry.rank) for entry in request.entries] if output.by_rank else None
        joining = output.blending, output.seams, ranks
        page, call = output.page, self.copying.command().python()
        return Target(output.target, request.joined, request.read.options, *joining, page, call)

    def open_all_settings(self) -> None:
        """The dialog of Balance, filled in; what it holds becomes the panel's."""
        dialog = MoreSettings(self.parameters(), self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        values = dialog.values()
        models = {str(one) for one in values.pop(MODEL_IMAGES, None) or []}
        values.pop(IMAGES, None)
        for entry in self.images.entries:
            entry.right = entry.value in models or entry.source in models
        self.images.fill()
        steps = {name: self.settings.value(name) for name in ("overall", "local")}
        self.settings.set_all({**values, **steps})
        self.images.changed.emit()

    def parameters(self) -> dict[str, object]:
        """Images and settings as the dialog of Balance would hold them."""
        used = self.images.used
        return self.settings.parameters(
            [entry.value for entry in used], [entry.value for entry in used if entry.right]
        )

    def discard(self) -> None:
        """Take the preview away."""
        self.map.clear()
        self.seams.clear()
        self.flow.discard()

    def show_on_map(self, on: bool) -> None:
        """Footprints and links of the overlaps."""
        if on and self.flow.found is not None:
            self.map.show(self._entries_of_found(), self.flow.found.groups, self._overlaps)
        else:
            self.map.clear()

    def show_seams(self) -> None:
        """Where the mosaic's seams would run, where that is wanted."""
        output, flow = self.view.output, self.flow
        self._enable()
        if not (output.joined.isChecked() and output.show_seams.isChecked() and flow.shown is not None):
            self.seams.clear()
        elif flow.state is State.SHOWN:
            title = translate("Evenlight", "Seams of the preview")
            flow.beside(title, finder(self.target(flow.shown)), self._on_seams)

    def close_for_good(self) -> None:
        """Stop everything and leave project and canvas without anything of ours."""
        if self._closed:
            return
        self._closed = True
        self._timer.stop()
        self.loading.stop()
        project = QgsProject.instance()
        project.cleared.disconnect(self._on_cleared)
        project.layersWillBeRemoved.disconnect(self._on_removed)
        # what it draws reads files that go now
        self.iface.mapCanvas().stopRendering()
        self.compare.close()
        self.choosing.close()
        self.keys.close()
        self.map.close()
        self.seams.clear()
        self.flow.close()

    # What happens.

    def _connect(self) -> None:
        view, flow = self.view, self.flow
        for signal, call in (
            (view.visible.clicked, self.choosing.add_visible), (view.selected.clicked, self.choosing.add_selected),
            (view.files.clicked, self.add_files), (view.remove.clicked, self.choosing.remove_selected),
            (view.preview.clicked, self.preview), (view.cancel.clicked, flow.cancel), (view.write.clicked, self.write),
            (view.discard.clicked, self.discard), (view.correction.more, self.open_all_settings),
            (view.next.clicked, self._next_on_top), (view.before.pressed, partial(self._hold, True)),
            (view.before.released, partial(self._hold, False)),
        ):  # fmt: skip
            signal.connect(lambda *_, call=call: call())
        view.swipe.toggled.connect(self._swipe)
        view.share.valueChanged.connect(lambda percent: self.compare.move(percent / 100))
        self.compare.moved.connect(lambda share: view.share.setValue(round(100 * share)))
        view.on_map.toggled.connect(self.show_on_map)
        self.map.chosen.connect(self.choosing.select)
        text = translate("Evenlight", "No raster: {}")
        self.choosing.refused.connect(lambda names: self._refuse(text.format(", ".join(names))))
        view.table.doubleClicked.connect(self._zoom)
        view.table.activated.connect(self._zoom)
        for signal in (view.output.show_seams.toggled, view.output.blended, view.output.changed, flow.previewed):
            signal.connect(lambda *_: self.show_seams())
        view.output.changed.connect(lambda: self._on_settings({"OUTPUT_DTYPE"}))
        self.images.changed.connect(self._on_images)
        self.settings.changed.connect(self._on_settings)
        flow.stateChanged.connect(self._on_state)
        flow.previewed.connect(self._on_previewed)
        flow.failed.connect(self.failed)
        flow.written.connect(self._on_written)
        self.loading.loaded.connect(self._on_loaded)
        view.shortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.settings.undo)
        view.shortcut(QKeySequence(QKeySequence.StandardKey.Redo), self.settings.redo)
        project = QgsProject.instance()
        project.cleared.connect(self._on_cleared)
        project.layersWillBeRemoved.connect(self._on_removed)

    def _request(self) -> Request | None:
        """What is chosen; a sentence in the status where it cannot be made."""
        entries, steps = self.images.used, [bool(self.settings.value(name)) for name in ("overall", "local")]
        if len(entries) < ENOUGH:
            return self._refuse(translate("Evenlight", "Choose two or more images that overlap."))
        if not any(steps):
            return self._refuse(translate("Evenlight", "Choose at least one correction: overall, or block by block."))
        read = reader().read_all(self.parameters(), *steps)
        if isinstance(read, str):
            return self._refuse(read)
        return Request(read, list(entries), self.view.output.joined.isChecked())

    def _refuse(self, sentence: str) -> None:
        self.status.say(sentence, BAD)
        self.failed.emit(sentence)

    def _on_images(self) -> None:
        if self.flow.shown is not None or self.flow.state in BUSY:
            self._timer.start()
        else:
            self.flow.invalidate(len(self.images.used) < ENOUGH)
        self._enable()

    def _on_settings(self, names: set[str]) -> None:
        """What can be shown without a read is shown by itself, a moment after the last change."""
        self._enable()
        if names == {"OUTPUT_FORMAT"}:
            return
        if self.flow.shown is not None or self.flow.state in BUSY:
            self._timer.start()

    def _solve_again(self) -> None:
        if self.flow.state is State.WRITING:
            return
        request = self._request()
        if request is None:
            self.flow.invalidate(len(self.images.used) < ENOUGH)
        elif not self.flow.reads(request):
            self.flow.preview(request)
        else:
            self.flow.invalidate(False)

    def _on_state(self, state: str) -> None:
        self._enable()
        self.status.show_state(State(state))
        if not self.flow.layers.comparable and self.flow.state not in BUSY:
            self.view.swipe.setChecked(False)
            self.compare.forget()
        self.stateChanged.emit(state)

    def _enable(self) -> None:
        state, view = self.flow.state, self.view
        enough = len(self.images.used) >= ENOUGH
        shown = self.flow.shown is not None and bool(self.flow.layers.ids)
        view.preview.setEnabled(enough and state not in BUSY)
        view.write.setEnabled(enough and state is not State.WRITING)
        view.cancel.setEnabled(state in BUSY)
        view.discard.setEnabled(shown or self.flow.found is not None)
        for part in (view.swipe, view.share, view.before):
            part.setEnabled(self.flow.layers.comparable)
        view.next.setEnabled(shown)
        view.on_map.setEnabled(self.flow.found is not None)
        if self.flow.found is None:
            view.correction.offers.set([], (0, 0))
        view.ranked(view.output.by_rank)

    def _on_previewed(self) -> None:
        found = self.flow.found
        entries, blocks = self._entries_of_found(), found.solution.reading.blocks
        self.view.correction.offers.set(found.offers, (blocks.rows, blocks.columns))
        self._overlaps = overlaps_of(found)
        fill_table(self.view.overlaps, self._overlaps, [entry.name for entry in entries])
        self.view.overlaps_filled()
        rejected = {place for one in self._overlaps if one.rejected for place in (one.first, one.second)}
        agreed = {place for one in self._overlaps if not one.rejected for place in (one.first, one.second)}
        states = {}
        for place, entry in enumerate(entries):
            if found.groups[place] < 0:
                states[entry.value] = (translate("Evenlight", "left out"), BAD)
            elif place in rejected and place not in agreed:
                states[entry.value] = (translate("Evenlight", "rejected"), BAD)
            else:
                states[entry.value] = (translate("Evenlight", "balanced"), GOOD)
        self.images.group(dict(zip([entry.value for entry in entries], found.groups)), states)
        if self.view.on_map.isChecked():
            self.show_on_map(True)
        self.previewed.emit()

    def _on_written(self, outputs: list[str]) -> None:
        request = self.flow.wanted
        self.seams.clear()
        self.view.output.offer_report(self._page)
        self.images.mark([entry.value for entry in request.entries], (translate("Evenlight", "written"), NEUTRAL))
        self.loading.start(outputs, request.read.paths, self.flow.found, request.joined)

    def _on_loaded(self, outputs: list[str]) -> None:
        self.flow.layers.take_over(layers_of(outputs))
        self._enable()
        self.compare.draw_again()
        self.written.emit(outputs)

    def _entries_of_found(self) -> list:
        return list(self.flow.solved_for.entries)

    def _next_on_top(self) -> None:
        name = self.flow.layers.next_on_top()
        if name:
            self.status.say(translate("Evenlight", "On top: {}").format(name), NEUTRAL)

    def _on_seams(self, file: str) -> None:
        self.seams.show(file)
        self.seamed.emit()
        self.flow.measure()

    def _hold(self, on: bool) -> None:
        self.compare.hold(on and self.flow.layers.comparable)

    def _swipe(self, on: bool) -> None:
        self.compare.swipe(on)
        self.compare.move(self.view.share.value() / 100)

    def _zoom(self, index) -> None:
        """To an overlap."""
        entries, one = self._entries_of_found(), self._overlaps[index.data(PLACE)]
        extents = [extent_in(entries[place], QgsProject.instance()) for place in (one.first, one.second)]
        both = extents[0].intersect(extents[1])
        both.scale(1.2)
        canvas = self.iface.mapCanvas()
        canvas.setExtent(both)
        canvas.refresh()
        self.choosing.select([entries[place].value for place in (one.first, one.second)])

    def _on_cleared(self) -> None:
        """The project was closed, or another one is opened."""
        self._timer.stop()
        self.loading.stop()
        self.discard()
        self.images.remove([entry.value for entry in self.images.entries])

    def _on_removed(self, ids: list[str]) -> None:
        if not self.flow.layers.comparable:
            # results were removed that took a preview's place
            self.view.swipe.setChecked(False)
            self._enable()
        if self.images.remove(ids):
            self.flow.invalidate(len(self.images.used) < ENOUGH)

    def add_files(self) -> None:
        """Choose files that are no layers of the project."""
        self.choosing.add_files(open_dialog(self))

    def keyPressEvent(self, event) -> None:
        """Keys that no widget took; Escape cancels."""
        if event.key() == Qt.Key.Key_Escape and self.flow.state in BUSY:
            self.flow.cancel()
        else:
            super().keyPressEvent(event)
