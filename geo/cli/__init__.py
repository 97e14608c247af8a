"""Parse a command, call the package, print, and exit with the contract's code."""

import sys
from collections.abc import Sequence

import click

from geo import __version__
from geo.cli import measuring, reading
from geo.errors import DatelineError

__all__ = ["cli", "main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, "--version", message="dateline %(version)s")
def cli() -> None:
    """Read a developing news story: where it happened, when, and whether its geography adds up."""


for _command in (
    reading.map_,
    reading.check,
    reading.read,
    reading.export,
    measuring.distance,
    measuring.route,
    measuring.place,
    measuring.gazetteer,
    reading.batch,
):
    cli.add_command(_command)


def main(argv: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code: 0 done, 1 bad input or contradicted, 2 usage, 130 interrupted."""
    sys.exit(_run(argv))


def _run(argv: Sequence[str] | None) -> int:
    """Run a command; every failure is one line."""
    try:
        cli.main(args=None if argv is None else list(argv), prog_name="dateline", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except SystemExit as stop:
        return int(stop.code or 0)
    except BrokenPipeError:
        sys.stderr.close()  # the reader has gone: nothing more can be said
        return 0
    except (click.Abort, KeyboardInterrupt, click.ClickException, DatelineError, OSError) as fault:
        return _fail(fault)
    except Exception as fault:  # a fault of ours is one line too; `python -X dev -m geo` shows it whole
        if sys.flags.dev_mode:
            raise
        return _fail(DatelineError(f"internal fault, please report it: {type(fault).__name__}: {fault}"))
    return 0


def _fail(fault: BaseException) -> int:
    """Say in one line on stderr what went wrong, and choose the exit code."""
    from geo.export.terminal import printable

    if isinstance(fault, click.ClickException):
        message, code = fault.format_message(), fault.exit_code
    elif isinstance(fault, DatelineError):
        message, code = str(fault), fault.exit_code
    elif isinstance(fault, OSError):
        message, code = f"{fault.filename or 'system'}: {fault.strerror or fault}", 1
    else:
        message, code = "interrupted", 130
    click.echo(f"dateline: error: {printable(' '.join(message.split()))}", err=True)
    return code
