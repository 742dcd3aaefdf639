"""The numbers behind the judge: the start weights that ship, and what was learnt over them."""

import importlib.resources
import io
import zipfile
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kundenradar.classify.features import BUCKETS, SIGNS

LABELS = 3
START_FILE = "start.npz"
RARITY_STEP = 0.05
FULL_SCALE = 1.0
"""Share of the weights that 8 bits hold uncut: all, for the largest ones tell most (cutting cost .007 macro-F1)."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights in the order negative, neutral, positive.

    Attributes:
        hashed: Per slot of a hashed feature, ``(BUCKETS, 3)``.
        rarity: How much a slot says, by how few texts have it (inverse document frequency), ``(BUCKETS,)``.
        signs: Per counted sign, ``(SIGNS, 3)``.
        bias: Before anything is read, ``(3,)``.
        heat: What scores are divided by before they become probabilities (calibration).
        name: Version of the start weights, and how many corrections were learnt.
    """

    hashed: NDArray[np.float32]
    rarity: NDArray[np.float32]
    signs: NDArray[np.float32]
    bias: NDArray[np.float32]
    heat: float
    name: str


@dataclass(frozen=True, slots=True)
class Residual:
    """What corrections changed: new = start + residual.

    Attributes:
        slots: Hashed slots that changed.
        hashed: Change per slot, ``(len(slots), 3)``.
        signs: Change per sign.
        bias: Change of the bias.
        heat: See `Weights`.
        corrections: How many it was learnt from.
        start: Version of the start weights it belongs to.
    """

    slots: NDArray[np.int32]
    hashed: NDArray[np.float32]
    signs: NDArray[np.float32]
    bias: NDArray[np.float32]
    heat: float
    corrections: int
    start: str


def packed(arrays: dict[str, NDArray[np.generic]]) -> bytes:
    """Arrays as one compressed file; the same bytes for the same arrays."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            part = io.BytesIO()
            np.lib.format.write_array(part, np.ascontiguousarray(array), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), part.getvalue(), zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def pack_start(weights: Weights) -> bytes:
    """Start weights as they ship: the hashed ones and the rarities in 8 bits."""
    hashed = weights.hashed
    step = float(np.quantile(np.abs(hashed[hashed != 0]), FULL_SCALE)) / 127
    return packed(
        {
            "hashed": np.clip(np.rint(hashed / step), -127, 127).astype(np.int8),
            "rarity": np.clip(np.rint(weights.rarity / RARITY_STEP), 0, 255).astype(np.uint8),
            "step": np.array([step, weights.heat], np.float32),
            "signs": weights.signs,
            "bias": weights.bias,
        }
    )


def unpack_start(content: bytes) -> Weights:
    """The start weights in a file made by `pack_start`.

    Raises:
        ValueError: The file belongs to another version of the program.
    """
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        step, heat = (float(value) for value in file["step"])
        hashed, rarity = file["hashed"].astype(np.float32), file["rarity"].astype(np.float32)
        hashed *= np.float32(step)
        rarity *= np.float32(RARITY_STEP)
        weights = Weights(hashed, rarity, file["signs"], file["bias"], heat, _name_of(content))
    if weights.hashed.shape != (BUCKETS, LABELS) or weights.signs.shape != (SIGNS, LABELS):
        raise ValueError("shape")
    return weights


def start_weights() -> Weights:
    """The weights that ship with the program; takes some milliseconds."""
    return unpack_start(_start_file())


def start_name() -> str:
    """Version of the weights that ship with the program, told without unpacking them."""
    return _name_of(_start_file())


def _start_file() -> bytes:
    return importlib.resources.files("resources").joinpath("sentiment", START_FILE).read_bytes()


def _name_of(content: bytes) -> str:
    return f"{crc32(content):08x}"


def pack_residual(residual: Residual) -> bytes:
    """A residual as it is stored."""
    return packed(
        {
            "slots": residual.slots,
            "hashed": residual.hashed.astype(np.float16),
            "signs": residual.signs,
            "bias": residual.bias,
            "facts": np.array([residual.heat, residual.corrections], np.float32),
            "start": np.frombuffer(residual.start.encode(), np.uint8),
        }
    )


def unpack_residual(content: bytes) -> Residual:
    """The residual in bytes made by `pack_residual`."""
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        heat, corrections = (float(value) for value in file["facts"])
        return Residual(
            slots=file["slots"],
            hashed=file["hashed"].astype(np.float32),
            signs=file["signs"],
            bias=file["bias"],
            heat=heat,
            corrections=int(corrections),
            start=file["start"].tobytes().decode(),
        )


def fits(start: Weights, residual: Residual) -> bool:
    """Whether a residual can be laid over start weights; one of an older program may have other signs."""
    return residual.signs.shape == start.signs.shape and int(residual.slots.max(initial=0)) < len(start.hashed)


def with_residual(start: Weights, residual: Residual) -> Weights:
    """The weights in force: what was learnt laid over the start weights."""
    hashed = start.hashed.copy()
    hashed[residual.slots] += residual.hashed
    return Weights(
        hashed=hashed,
        rarity=start.rarity,
        signs=start.signs + residual.signs,
        bias=start.bias + residual.bias,
        heat=residual.heat,
        name=f"{start.name}+{residual.corrections}",
    )
