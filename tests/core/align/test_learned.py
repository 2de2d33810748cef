"""A learned matcher in an ONNX file: what goes in, what comes out, and what is said where something is missing."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest
from made_views import Ground, corner_error, turn, views
from scipy import ndimage

from evenlight.core.align.features import features
from evenlight.core.align.learned import check_model, learned_matches
from evenlight.core.align.methods import check_matching, memory_per_pixel
from evenlight.core.align.settings import AlignMethod, FeatureKind, MatchSettings, TransformModel
from evenlight.core.align.transform import Transform

pytest.importorskip("cv2")

SETTINGS = MatchSettings(method=AlignMethod.FEATURES, feature=FeatureKind.ONNX)
STEP = (6.3, -4.6)
SIDE = 11
"""Pixels along a side of what describes a point."""
MOST = 250
"""Points of an image."""
FILTERS = np.random.default_rng(1).normal(size=(24, 1, SIDE, SIDE)).astype(np.float32)
FILTERS -= FILTERS.mean(axis=(2, 3), keepdims=True)
KINDS = {
    "pairs": (["image0", "image1"], ["kpts0", "kpts1", "matches0", "mscores0"]),
    "numbers": (["image0", "image1"], ["kpts0", "kpts1", "matches0", "matches1", "mscores0", "mscores1"]),
    "batch": (["images"], ["keypoints", "matches", "mscores"]),
}


def points_of(image):
    """Columns and rows of the brightest spots, and filtered surroundings as descriptions."""
    smooth = ndimage.uniform_filter(image, 5, mode="constant")
    top = np.where(ndimage.maximum_filter(smooth, 9) == smooth, smooth, 0.0)
    chosen = np.argsort(-top, axis=None, kind="stable")[:MOST]
    rows, columns = np.unravel_index(chosen, image.shape)
    answers = np.stack([ndimage.correlate(image, kernel[0], mode="constant")[rows, columns] for kernel in FILTERS])
    return np.column_stack([columns, rows]), answers / np.linalg.norm(answers, axis=0)


class Session:
    """What a graph of one of the public kinds does, in numpy, with the interface of onnxruntime's session."""

    def __init__(self, kind, sizes=("height", "width")):
        self.kind = kind
        self.sizes = sizes

    def get_inputs(self):
        return [SimpleNamespace(name=name, shape=[1, 1, *self.sizes]) for name in KINDS[self.kind][0]]

    def get_outputs(self):
        return [SimpleNamespace(name=name) for name in KINDS[self.kind][1]]

    def run(self, names, feeds):
        images = np.concatenate(list(feeds.values()))
        assert images.dtype == np.float32 and images.shape[:2] == (2, 1)
        assert images.min() >= 0.0 and images.max() <= 1.0 and not any(size % 8 for size in images.shape[2:])
        (ours, first), (theirs, second) = (points_of(image[0]) for image in images)
        likeness = first.T @ second
        there, back = likeness.argmax(axis=1), likeness.argmax(axis=0)
        mutual = np.flatnonzero((back[there] == np.arange(len(there))) & (likeness.max(axis=1) > 0.8))
        pairs, scores = np.column_stack([mutual, there[mutual]]), likeness.max(axis=1)[mutual]
        if self.kind == "batch":
            return [np.stack([ours, theirs]), np.column_stack([np.zeros(len(pairs), int), pairs]), scores]
        points = [ours[None], theirs[None]]
        if self.kind == "pairs":
            return [*points, pairs, scores]
        numbers = np.full((1, len(ours)), -1)
        numbers[0, pairs[:, 0]] = pairs[:, 1]
        return [*points, numbers, numbers, scores, scores]


@pytest.fixture
def runtime(monkeypatch, tmp_path):
    """A stand-in for onnxruntime; its files hold a kind, and the sides of the only images that they take."""
    module = ModuleType("onnxruntime")

    def load(path, providers):
        kind, *sizes = Path(path).read_text(encoding="utf-8").split()
        if kind not in KINDS:
            raise RuntimeError("no graph")
        return Session(kind, *([[int(size) for size in sizes]] if sizes else []))

    module.InferenceSession = load
    monkeypatch.setitem(sys.modules, "onnxruntime", module)

    def file(text):
        path = tmp_path / f"{text.split()[0]}{len(text)}.onnx"
        path.write_text(text, encoding="utf-8")
        return replace(SETTINGS, model_file=str(path))

    return file


@pytest.fixture(scope="module")
def ground():
    return Ground(236, seed=31)


@pytest.mark.parametrize("kind", KINDS)
def test_the_points_of_every_public_kind_of_graph_give_the_shift(runtime, ground, kind):
    found = features(views(ground, Transform.shift(*STEP), border=16), runtime(kind))
    assert found.matches >= 20
    assert np.abs(np.subtract(found.transform.step, STEP)).max() < 0.3


def test_turned_images_come_back_too(runtime, ground):
    truth = turn(1.0, 1.0, 236)
    found = features(views(ground, truth), replace(runtime("pairs"), motion=TransformModel.EUCLIDEAN))
    assert corner_error(found.transform, truth, 236) < 0.2


def test_points_near_gaps_and_too_far_apart_do_not_count(runtime, ground):
    """The images' own borders of no data are 16 pixels wide: no point lies within 8 pixels of them."""
    settings = runtime("pairs")
    pair = views(ground, Transform.shift(*STEP), border=16)
    matched = learned_matches(pair, settings)
    assert matched.image[:, 1].min() >= 24 and matched.reference[:, 1].max() <= 236 - 24
    near = learned_matches(pair, replace(settings, max_shift=5.0))
    assert 0 <= len(near.image) < len(matched.image) / 4


@pytest.mark.parametrize(
    "text, sentence",
    [("pairs 512 512", "images of one size only"), ("nothing", "onnxruntime cannot load it")],
)
def test_what_is_no_matcher_is_refused_with_a_sentence(runtime, text, sentence):
    problem = check_model(runtime(text).model_file)
    assert sentence in str(problem) and "end-to-end graph of SuperPoint and LightGlue" in str(problem)


def test_without_a_file_or_onnxruntime_it_is_said_what_to_do(runtime, monkeypatch):
    settings = runtime("batch")
    assert check_matching(settings, []) == []
    without = 'FEATURE cannot be "onnx": use it with a MODEL_FILE (no file is given), or another one.'
    assert str(check_matching(SETTINGS, [])[0]) == without
    lost = replace(settings, model_file=f"{settings.model_file}.lost")
    assert "cannot be read" in str(check_matching(lost, [])[0])
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    fresh = runtime("batch ")
    (problem,) = check_matching(fresh, [])
    assert "onnxruntime" in str(problem) and "choose another FEATURE" in str(problem)
    assert check_matching(replace(fresh, feature=FeatureKind.SIFT), []) == []


def test_a_graph_gets_fewer_pixels_at_once():
    assert memory_per_pixel(SETTINGS) > memory_per_pixel(replace(SETTINGS, feature=FeatureKind.SIFT))


def test_a_real_graph_runs_where_onnxruntime_is_installed(tmp_path, ground):
    """The same matcher as nodes of ONNX, run by onnxruntime itself."""
    onnx = pytest.importorskip("onnx")
    pytest.importorskip("onnxruntime")
    path = tmp_path / "matcher.onnx"
    path.write_bytes(graph(onnx).SerializeToString())
    settings = replace(SETTINGS, model_file=str(path))
    assert check_model(settings.model_file) is None
    found = features(views(ground, Transform.shift(*STEP)), settings)
    assert found.matches >= 20
    assert np.abs(np.subtract(found.transform.step, STEP)).max() < 0.3


def graph(onnx):
    """`Session` of the kind "pairs" as a graph; its matches are the nearest of each point, mutual or not."""
    helper, numbers = onnx.helper, onnx.TensorProto
    nodes, constants = [], []

    def node(kind, inputs, outputs, **attributes):
        nodes.append(helper.make_node(kind, inputs, outputs, **attributes))

    def constant(name, values):
        constants.append(onnx.numpy_helper.from_array(np.asarray(values), name))

    constant("filters", FILTERS)
    constant("flat", np.array([-1]))
    constant("most", np.array([MOST]))
    constant("columns_first", np.array([len(FILTERS), -1]))
    for n in "01":
        image = f"image{n}"
        node("AveragePool", [image], [f"smooth{n}"], kernel_shape=[5, 5], pads=[2] * 4, count_include_pad=1)
        node("MaxPool", [f"smooth{n}"], [f"top{n}"], kernel_shape=[9, 9], pads=[4] * 4)
        node("Equal", [f"smooth{n}", f"top{n}"], [f"is{n}"])
        node("Cast", [f"is{n}"], [f"as{n}"], to=numbers.FLOAT)
        node("Mul", [f"smooth{n}", f"as{n}"], [f"score{n}"])
        node("Reshape", [f"score{n}", "flat"], [f"line{n}"])
        node("TopK", [f"line{n}", "most"], [f"best{n}", f"at{n}"])
        node("Shape", [image], [f"shape{n}"])
        constant(f"last{n}", np.array(3))
        node("Gather", [f"shape{n}", f"last{n}"], [f"width{n}"])
        node("Div", [f"at{n}", f"width{n}"], [f"row{n}"])
        node("Mod", [f"at{n}", f"width{n}"], [f"column{n}"])
        constant(f"axis{n}", np.array([1]))
        node("Unsqueeze", [f"row{n}", f"axis{n}"], [f"rows{n}"])
        node("Unsqueeze", [f"column{n}", f"axis{n}"], [f"columns{n}"])
        node("Concat", [f"columns{n}", f"rows{n}"], [f"kpts{n}"], axis=1)
        node("Conv", [image, "filters"], [f"all{n}"], pads=[SIDE // 2] * 4)
        node("Reshape", [f"all{n}", "columns_first"], [f"table{n}"])
        node("Gather", [f"table{n}", f"at{n}"], [f"own{n}"], axis=1)
        node("LpNormalization", [f"own{n}"], [f"unit{n}"], axis=0, p=2)
    node("Transpose", ["unit0"], ["turned"], perm=[1, 0])
    node("MatMul", ["turned", "unit1"], ["likeness"])
    node("ArgMax", ["likeness"], ["matches0"], axis=1, keepdims=0)
    node("ReduceMax", ["likeness"], ["mscores0"], axes=[1], keepdims=0)
    inputs = [helper.make_tensor_value_info(f"image{n}", numbers.FLOAT, [1, 1, "height", "width"]) for n in "01"]
    outputs = [helper.make_tensor_value_info(f"kpts{n}", numbers.INT64, [MOST, 2]) for n in "01"]
    outputs.append(helper.make_tensor_value_info("matches0", numbers.INT64, [MOST]))
    outputs.append(helper.make_tensor_value_info("mscores0", numbers.FLOAT, [MOST]))
    made = helper.make_graph(nodes, "matcher", inputs, outputs, constants)
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
