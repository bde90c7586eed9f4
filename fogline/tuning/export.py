"""The tuned network as the three graphs that a reader opens, in whole numbers of eight bits per channel."""

from __future__ import annotations

import copy
import warnings
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from fogline.tuning.network import Network


class Pairs(nn.Module):
    """The pair head of one window, for cues as rows of weights over its wordpieces."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.cue, self.token = network.pair_cue, network.pair_token
        self.distance, self.out = network.pair_distance, network.pair_out

    def forward(self, hidden: Tensor, weights: Tensor, near: Tensor) -> Tensor:
        """Chances of each cue and wordpiece for source and content."""
        met = self.cue(weights @ hidden)[:, None] + self.token(hidden)[None] + self.distance(near)
        return torch.sigmoid(self.out(torch.relu(met)))


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
    """Write ``encoder.onnx``, ``pairs.onnx`` and ``voices.onnx``.

    Whole numbers per channel keep cosine .992 to the float vectors; per tensor they fall to .956.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    folder.mkdir(parents=True, exist_ok=True)
    network = copy.deepcopy(network).eval()
    network.encoder.embeddings.word_embeddings = Rows(network.encoder.embeddings.word_embeddings.weight.detach())
    ids = torch.tensor([[101, 2001, 102], [101, 102, 0]])
    wide = folder / "wide.onnx"
    _graph(network, (ids, (ids > 0).long()), wide, {"ids": (0, 1), "mask": (0, 1)}, ("hidden", "scores"))
    quantize_dynamic(
        wide, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul"]
    )
    wide.unlink()
    hidden, weights, near = torch.zeros(5, size), torch.zeros(2, 5), torch.zeros(2, 5, dtype=torch.long)
    axes = {"hidden": (0,), "weights": (0, 1), "near": (0, 1)}
    _graph(Pairs(network), (hidden, weights, near), folder / "pairs.onnx", axes, ("chances",))
    _graph(Voices(network), (torch.zeros(2, 3 * size),), folder / "voices.onnx", {"parts": (0,)}, ("said",))


def _graph(
    module: nn.Module, example: tuple[Any, ...], path: Path, axes: dict[str, tuple[int, ...]], outputs: tuple[str, ...]
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            example,
            str(path),
            input_names=list(axes),
            output_names=list(outputs),
            dynamic_axes={name: {axis: f"{name}{axis}" for axis in given} for name, given in axes.items()},
            opset_version=17,
            dynamo=False,
        )
