"""Hand the parts of a corpus to workers, and keep the book."""

import json
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    wait,
)
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from rich.console import Console
from rich.progress import Progress, TextColumn, TimeElapsedColumn

from geo import __version__, articles
from geo.batch import part as parts
from geo.errors import MissingExtra
from geo.export import files
from geo.frames import LAYERS
from geo.model import Article
from geo.settings import Settings

__all__ = ["Done", "Engine", "run"]

Engine = Literal["local", "dask"]
_Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Done:
    """What a run did; `reused` parts were there already."""

    manifest: Path
    articles: int
    parts: int
    reused: int
    faults: int

    def __str__(self) -> str:
        """Say it in one line."""
        return (
            f"{self.articles:,} articles in {self.parts:,} parts ({self.reused:,} were there already), "
            f"{self.faults:,} not readable: {self.manifest}"
        )


def run(  # noqa: PLR0913  (the options of the command, all by keyword)
    inputs: Sequence[str],
    out: str | Path,
    *,
    engine: Engine = "local",
    scheduler: str | None = None,
    workers: int | None = None,
    settings: Settings | None = None,
    quiet: bool = True,
    opener: parts.Opener = parts.open_reader,
    size: int = parts.PART,
) -> Done:
    """Read all articles of `inputs` into `out`.

    Parameters
    ----------
    inputs
        Files, folders; what `geo.articles.read` takes.
    out
        Folder for the parts; with a remote scheduler one that all workers see.
    engine, scheduler, workers
        "local" runs processes on this machine, "dask" a cluster: the one at `scheduler`, or one started here.
    settings
        What `geo.world.load` takes.
    quiet
        Whether to show no progress; there is none without a terminal.
    opener
        Makes the reader of one article; an argument so that tests need not open the world.
    size
        Articles a part.
    """
    chosen, folder = settings or Settings(), Path(out)
    found = articles.stream(inputs, published=chosen.published, stdin=getattr(sys.stdin, "buffer", None))
    records: dict[int, _Record] = {}
    reused = 0
    with (
        _executor(engine, scheduler, workers, opener, chosen) as (executor, width),
        _progress(quiet=quiet) as progress,
    ):
        task = progress.add_task("reading", total=None)
        waiting: dict[Future[_Record], int] = {}
        for index, chunk in enumerate(_chunks(found, size)):
            record = parts.known(folder, index, chunk, chosen)
            if record is not None:
                records[index], reused = record, reused + 1
                progress.advance(task, len(chunk))
                continue
            with _undisturbed():  # a worker may be started here
                future = executor.submit(parts.work, folder, index, chunk, chosen, opener)
            waiting[future] = index
            while len(waiting) > 2 * width:
                _collect(waiting, records, progress)
        while waiting:
            _collect(waiting, records, progress)
    return _close(folder, [records[index] for index in sorted(records)], chosen, reused)


def _collect(waiting: dict[Future[_Record], int], records: dict[int, _Record], progress: Progress) -> None:
    """Take what is done; a part that failed as a whole ends the run, with all earlier parts kept."""
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for each in done:
        record = each.result()
        records[waiting.pop(each)] = record
        progress.advance(progress.task_ids[0], record["articles"])


def _chunks(found: Iterator[Article], size: int) -> Iterator[tuple[Article, ...]]:
    """Cut the stream into parts."""
    while chunk := tuple(islice(found, size)):
        yield chunk


@contextmanager
def _executor(
    engine: Engine, scheduler: str | None, workers: int | None, opener: parts.Opener, settings: Settings
) -> Iterator[tuple[Executor, int]]:
    """Start workers; gives them with their number."""
    width = workers or os.cpu_count() or 1
    if engine == "dask":
        with _client(scheduler, width) as client:
            yield client.get_executor(), max(1, len(client.scheduler_info()["workers"]))
    elif width == 1:
        with ThreadPoolExecutor(1) as single:
            yield single, 1
    else:
        # Workers are spawned, not forked: a fork would copy locks that other threads of the host program hold.
        context, others = multiprocessing.get_context("spawn"), set(multiprocessing.active_children())
        with ProcessPoolExecutor(width, context, parts.warm, (opener, settings)) as pool:
            try:
                yield pool, width
            except BaseException:
                for worker in set(multiprocessing.active_children()) - others:
                    worker.terminate()  # a part is whole or not there, so that nothing is lost but its time
                raise


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach: the main process ends a run, and them with it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _client(scheduler: str | None, width: int) -> Any:  # noqa: ANN401  (dask has no types, and is optional)
    """Connect to a Dask scheduler, or start one here."""
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise MissingExtra(
            "the engine 'dask' needs Dask; install dateline[batch], or use the engine 'local'"
        ) from error
    return (
        distributed.Client(scheduler)
        if scheduler
        else distributed.Client(n_workers=width, threads_per_worker=1, dashboard_address=None)
    )


def _progress(*, quiet: bool) -> Progress:
    """Show articles and time on a terminal."""
    console = Console(stderr=True)
    counts = (TextColumn("{task.completed:,.0f} articles read"), TimeElapsedColumn())
    return Progress(*counts, console=console, transient=True, disable=quiet or not console.is_terminal)


def _close(out: Path, records: Sequence[_Record], settings: Settings, reused: int) -> Done:
    """Remove parts of an earlier, longer corpus, and write the manifest."""
    for folder in ("parts", *LAYERS):
        for path in sorted((out / folder).glob("part-*")):
            if path.stem.removeprefix("part-").isdecimal() and int(path.stem.removeprefix("part-")) >= len(
                records
            ):
                path.unlink()
    faults = [fault for record in records for fault in record["faults"]]
    manifest = {
        "dateline": __version__,
        "settings": asdict(settings),
        "articles": sum(record["articles"] for record in records),
        "rows": {layer: sum(record["rows"][layer] for record in records) for layer in LAYERS},
        "parts": [{key: record[key] for key in ("part", "digest", "articles", "rows")} for record in records],
        "faults": faults,
    }
    path = files.write(
        out / "manifest.json", (json.dumps(manifest, indent=1, sort_keys=True, default=str) + "\n").encode()
    )
    return Done(path, manifest["articles"], len(records), reused, len(faults))
