"""Before and after in the map canvas: a line to drag, and a key to hold."""

from __future__ import annotations

from qgis.core import QgsMapRendererParallelJob, QgsMapSettings
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen, QTextOption

from .layers import PreviewLayers

translate = QCoreApplication.translate

NEAR = 6
"""Pixels from the line within which it is taken hold of."""
MARGIN = 8
ABOVE = 1000.0
"""Of canvas items; rubber bands and the like lie below."""


class Curtain(QgsMapCanvasItem):
    """The picture of the images as they are, right of a line."""

    def __init__(self, canvas: QgsMapCanvas):
        super().__init__(canvas)
        self._canvas = canvas
        self.picture = QImage()
        self.share = 0.5
        """Where the line is, from the left."""
        self.whole = False
        """Whether the picture covers everything."""
        self.setZValue(ABOVE)

    @property
    def line(self) -> float:
        """In pixels of the viewport."""
        return 0.0 if self.whole else self.share * self._canvas.viewport().width()

    def boundingRect(self) -> QRectF:
        """All of the canvas."""
        return QRectF(self._canvas.viewport().rect())

    def updatePosition(self) -> None:
        """It is drawn in pixels of the viewport and follows no place on the map."""

    def paint(self, painter: QPainter, option=None, widget=None) -> None:
        """Draw picture, line and labels; those at the foot, because messages cover the top."""
        if self.picture.isNull():
            return
        area = self.boundingRect()
        right = QRectF(self.line, 0.0, area.width() - self.line, area.height())
        times = self.picture.width() / max(area.width(), 1.0)
        painter.fillRect(right, self._canvas.canvasColor())
        part = QRectF(right.x() * times, 0.0, right.width() * times, self.picture.height())
        painter.drawImage(right, self.picture, part)
        if not self.whole:
            painter.setPen(QPen(QColor(0, 0, 0, 160), 4))
            painter.drawLine(right.topLeft(), right.bottomLeft())
            painter.setPen(QPen(QColor(Qt.GlobalColor.white), 2))
            painter.drawLine(right.topLeft(), right.bottomLeft())
            self._label(painter, translate("Evenlight", "After"), False)
        self._label(painter, translate("Evenlight", "Before"), True)

    def _label(self, painter: QPainter, text: str, right: bool) -> None:
        space = painter.fontMetrics()
        width, height = space.horizontalAdvance(text) + 2 * MARGIN, space.height() + MARGIN
        left = self.line + MARGIN if right else self.line - MARGIN - width
        area = QRectF(left, self.boundingRect().height() - height - MARGIN, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 150))
        painter.drawRoundedRect(area, 4, 4)
        painter.setPen(QColor(Qt.GlobalColor.white))
        painter.drawText(area, text, QTextOption(Qt.AlignmentFlag.AlignCenter))


class Compare(QObject):
    """Swipe and hold, for the layers of a preview, and for results in its place."""

    moved = pyqtSignal(float)
    """The line was dragged: its share of the width."""
    drawn = pyqtSignal()
    """The picture of the images as they are is there."""

    def __init__(self, canvas: QgsMapCanvas, layers: PreviewLayers, parent: QObject | None = None):
        super().__init__(parent)
        self._canvas, self._layers = canvas, layers
        self._curtain: Curtain | None = None
        self._job: QgsMapRendererParallelJob | None = None
        self._old: list[QgsMapRendererParallelJob] = []
        self._share, self._swiping, self._holding, self._dragging = 0.5, False, False, False
        canvas.mapCanvasRefreshed.connect(self._on_refreshed)
        canvas.viewport().installEventFilter(self)

    @property
    def picture(self) -> QImage:
        """The images as they are, as the canvas would draw them; empty while nothing is compared."""
        return QImage() if self._curtain is None else self._curtain.picture

    def swipe(self, on: bool) -> None:
        """Show the line, or hide it."""
        self._swiping = on
        self._update()

    def hold(self, on: bool) -> None:
        """Show the images as they are all over the canvas."""
        self._holding = on
        self._update()

    def move(self, share: float) -> None:
        """Put the line elsewhere; 0 shows what was before, 1 what comes after."""
        self._share = min(max(share, 0.0), 1.0)
        if self._curtain is not None:
            self._curtain.share = self._share
            self._curtain.update()

    def draw_again(self) -> None:
        """Other layers are compared now."""
        self._update()
        if self._curtain is not None:
            self._render()

    def forget(self) -> None:
        """There is no preview any more."""
        self._swiping = self._holding = False
        self._update()

    def close(self) -> None:
        """Leave the canvas as it was."""
        self.forget()
        if not sip.isdeleted(self._canvas):
            self._canvas.mapCanvasRefreshed.disconnect(self._on_refreshed)
            self._canvas.viewport().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dragging of the line; everything else is the map tool's."""
        if self._curtain is None or not self._swiping or self._holding:
            return False
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._dragging = self._is_near(event)
            return self._dragging
        if kind == QEvent.Type.MouseMove:
            if self._dragging:
                self.move(event.pos().x() / max(self._canvas.viewport().width(), 1))
                self.moved.emit(self._share)
                return True
            self._show_cursor(self._is_near(event))
        if kind == QEvent.Type.MouseButtonRelease and self._dragging:
            self._dragging = False
            return True
        return False

    def _is_near(self, event: QEvent) -> bool:
        return abs(event.pos().x() - self._curtain.line) <= NEAR

    def _show_cursor(self, near: bool) -> None:
        tool = self._canvas.mapTool()
        if near:
            self._canvas.viewport().setCursor(Qt.CursorShape.SplitHCursor)
        elif self._canvas.viewport().cursor().shape() == Qt.CursorShape.SplitHCursor:
            if tool is None:
                self._canvas.viewport().unsetCursor()
            else:
                self._canvas.viewport().setCursor(tool.cursor())

    def _update(self) -> None:
        wanted = (self._swiping or self._holding) and self._layers.comparable
        if sip.isdeleted(self._canvas):
            return
        if wanted and self._curtain is None:
            self._curtain = Curtain(self._canvas)
            self._curtain.share = self._share
            self._render()
        elif not wanted and self._curtain is not None:
            self._stop()
            self._canvas.scene().removeItem(self._curtain)
            self._curtain = None
        if self._curtain is not None:
            self._curtain.whole = self._holding
            self._curtain.update()

    def _on_refreshed(self) -> None:
        if self._curtain is not None:
            self._render()

    def _render(self) -> None:
        """Draw the canvas's layers with the images as they are in place of what becomes of them."""
        self._stop()
        self._layers.match_styles()
        settings = QgsMapSettings(self._canvas.mapSettings())
        before = self._layers.before
        layers = [one for layer in self._canvas.layers() for one in before.get(layer.id(), [layer])]
        settings.setLayers(layers)
        self._job = job = QgsMapRendererParallelJob(settings)
        # the preview may be discarded while they are drawn
        job.layers = layers
        job.finished.connect(lambda: self._on_drawn(job))
        job.start()

    def _on_drawn(self, job: QgsMapRendererParallelJob) -> None:
        if job is self._job:
            self._job = None
            if self._curtain is not None:
                self._curtain.picture = job.renderedImage()
                self._curtain.update()
                self.drawn.emit()
        elif job in self._old:
            self._old.remove(job)
        job.deleteLater()

    def _stop(self) -> None:
        """Let a job end that nothing waits for; it needs its layers until then."""
        if self._job is not None:
            self._old.append(self._job)
            self._job.cancelWithoutBlocking()
            self._job = None
