"""``fogline train``: weights tuned on passages that the user has marked."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder of the weights.")
@click.option("--epochs", default=8, show_default=True, type=click.IntRange(1), help="Passes over the passages.")
@click.option("--seed", default=0, show_default=True, help="The same seed gives the same weights.")
def command(files: tuple[Path, ...], out: Path, epochs: int, seed: int) -> None:
    """Tune the encoder on passages marked as training/GUIDE.md says; needs `pip install 'fogline[training]'`.

    A tenth of the passages is held out and the heads are scored on it after each pass. On two cores a pass over 1,500
    passages takes about two minutes. Point FOGLINE_ENCODER at the folder to read with the new weights.

    \b
    Examples:
      fogline train training/corpus/train/*.txt --out weights
      FOGLINE_ENCODER=weights fogline read report.txt
    """
    from fogline.tuning import base

    base.folder()
    from fogline.tuning.recipe import tune

    figures = tune(files, out, seed, epochs)
    for name, value in figures.items():
        click.echo(f"{name:14} {value:.3f}")
    click.echo(f"Weights written to {out}; read with them: FOGLINE_ENCODER={out} fogline read FILE", err=True)
