"""The tuned network as the graphs that a reader opens, in whole numbers of eight bits per channel."""

from __future__ import annotations

import copy
import warnings
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from fogline.tuning.network import Network, Pointer

Axes = dict[str, tuple[int, ...]]  # by input, the axes whose length is left open


class Pointed(nn.Module):
    """A pointer in one window, for cues or acts as rows of weights over its wordpieces."""

    def __init__(self, pointer: Pointer) -> None:
        super().__init__()
        self.pointer = pointer

    def forward(self, hidden: Tensor, weights: Tensor, near: Tensor) -> Tensor:
        """Chances of each cue or act and wordpiece."""
        return torch.sigmoid(self.pointer.met(weights @ hidden, *self.pointer.words(hidden[None]), near))


class Reaching(Pointed):
    """The same, as scores: of what it points to only one is meant."""

    def forward(self, hidden: Tensor, weights: Tensor, near: Tensor) -> Tensor:
        """Scores of each pronoun and wordpiece."""
        return self.pointer.met(weights @ hidden, *self.pointer.words(hidden[None]), near)


class Related(nn.Module):
    """The relation head for pairs of one window, both sides as rows of weights over its wordpieces."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.relation = network.relation

    def forward(self, hidden: Tensor, actors: Tensor, recipients: Tensor) -> Tensor:
        """Scores of every type."""
        sides = torch.cat([actors @ hidden, recipients @ hidden], dim=1)
        window = hidden[None].expand(sides.shape[0], -1, -1)
        scores: Tensor = self.relation(window, torch.ones_like(actors), sides)
        return scores


class Voices(nn.Module):
    """The voice head, for the mean vectors of cue, source and content side by side."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.inner, self.out = network.voice_in, network.voice_out

    def forward(self, parts: Tensor) -> Tensor:
        """Scores of speech act, class and worth."""
        scores: Tensor = self.out(torch.relu(self.inner(parts)))
        return scores


class Rows(nn.Module):
    """A table of vectors in eight bits a number, each row with its own scale: only the rows asked for are widened."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("whole", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The vectors of wordpieces."""
        widened: Tensor = self.whole[ids].float() * self.scale[ids]
        return widened


def export(network: Network, size: int, folder: Path) -> None:
    """Write ``encoder.onnx`` and the graphs of the other heads beside it.

    Whole numbers per channel keep cosine .992 to the float vectors; per tensor they fall to .956.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network = copy.deepcopy(network).eval()
    network.encoder.embeddings.word_embeddings = Rows(network.encoder.embeddings.word_embeddings.weight.detach())
    ids = torch.tensor([[101, 2001, 102], [101, 102, 0]])
    axes: Axes = {"ids": (0, 1), "mask": (0, 1)}
    _graph(network, (ids, (ids > 0).long()), folder / "encoder.onnx", axes, ("hidden", "scores"))
    hidden, weights, near = torch.zeros(5, size), torch.zeros(2, 5), torch.zeros(2, 5, dtype=torch.long)
    axes = {"hidden": (0,), "weights": (0, 1), "near": (0, 1)}
    for name, pointer in (("pairs", network.pairs), ("sides", network.sides)):
        _graph(Pointed(pointer), (hidden, weights, near), folder / f"{name}.onnx", axes, ("chances",))
    axes = {"hidden": (0,), "actors": (0, 1), "recipients": (0, 1)}
    _graph(Related(network), (hidden, weights, weights), folder / "relations.onnx", axes, ("said",))
    _graph(Voices(network), (torch.zeros(2, 3 * size),), folder / "voices.onnx", {"parts": (0,)}, ("said",))


def export_antecedents(pointer: Pointer, size: int, path: Path) -> None:
    """Write the graph of whom a pronoun means."""
    example = torch.zeros(5, size), torch.zeros(2, 5), torch.zeros(2, 5, dtype=torch.long)
    _graph(Reaching(pointer), example, path, {"hidden": (0,), "weights": (0, 1), "near": (0, 1)}, ("scores",))


def _graph(module: nn.Module, example: tuple[Any, ...], path: Path, axes: Axes, outputs: tuple[str, ...]) -> None:
    """One graph, written wide and then in whole numbers."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    wide = path.with_suffix(".wide")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            example,
            str(wide),
            input_names=list(axes),
            output_names=list(outputs),
            dynamic_axes={name: {axis: f"{name}{axis}" for axis in given} for name, given in axes.items()},
            opset_version=17,
            dynamo=False,
        )
    quantize_dynamic(wide, path, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"])
    wide.unlink()
