"""Write the parts of the documentation that come from the code; with --check, fail when they are stale."""

import html
import pathlib
import sys
import tomllib

import click
import grimp

from geo.cli import cli

ROOT = pathlib.Path(__file__).parent.parent
BOX, GAP, FLOOR = (116, 30), 150, 62
EVERYWHERE = {
    "model",
    "settings",
    "units",
    "errors",
}  # every part may use these; their arrows would hide the others


def reference() -> str:
    """Print the help of every command."""
    out = [
        "# Command line reference",
        "",
        "Made from the code by `make docs`; exit codes: 0 done, 1 bad input or contradicted (`--strict`), 2 usage, 130 interrupted.",
        "",
    ]
    stack: list[tuple[str, click.Command]] = [("dateline", cli)]
    while stack:
        path, command = stack.pop(0)
        context = click.Context(command, info_name=path, max_content_width=100, terminal_width=100)
        out += [f"## {path}", "", "```text", command.get_help(context), "```", ""]
        if isinstance(command, click.Group):
            stack[:0] = [(f"{path} {name}", each) for name, each in command.commands.items()]
    return "\n".join(out)


def floors() -> list[list[str]]:
    """Read the floors, top first, from the import contract."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contract = tomllib.load(file)["tool"]["importlinter"]["contracts"][0]
    return [[name.strip() for name in layer.split("|")] for layer in contract["layers"]]


def picture() -> str:
    """Draw the imports between the parts of the package: every arrow points down, or the build fails."""
    graph, layers = grimp.build_graph("geo"), floors()
    at = {
        name: (232 - (len(layer) - 1) * (BOX[0] + GAP) // 2 + i * (BOX[0] + GAP), 20 + row * FLOOR)
        for row, layer in enumerate(layers)
        for i, name in enumerate(layer)
    }
    edges = set()
    for module in graph.modules:
        for other in graph.find_modules_directly_imported_by(module):
            a, b = (path.split(".")[1] if "." in path else "" for path in (module, other))
            if a != b and a in at and b in at:
                edges.add((a, b))
    upward = sorted(f"{a} -> {b}" for a, b in edges if at[a][1] >= at[b][1])
    if upward:
        sys.exit(f"imports that do not point down: {', '.join(upward)}")
    width, height = 580, 40 + len(layers) * FLOOR
    body = [_arrow(at[a], at[b]) for a, b in sorted(edges) if b not in EVERYWHERE] + [
        _box(name, *at[name]) for name in sorted(at)
    ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="sans-serif" font-size="13">',
            f'<title>{len(edges)} imports between {len(at)} parts, all pointing down</title><rect width="100%" height="100%" fill="#fff"/>',
            *body,
            f'<text x="{width // 2}" y="{height - 12}" text-anchor="middle" fill="#4A545C">every part may use {", ".join(sorted(EVERYWHERE))}: not drawn</text>',
            "</svg>",
            "",
        ]
    )


def _box(name: str, x: int, y: int) -> str:
    """Draw one part."""
    return (
        f'<rect x="{x}" y="{y}" width="{BOX[0]}" height="{BOX[1]}" rx="5" fill="#F6F4EF" stroke="#4A545C"/>'
        f'<text x="{x + BOX[0] // 2}" y="{y + 20}" text-anchor="middle">{html.escape(name)}</text>'
    )


def _arrow(a: tuple[int, int], b: tuple[int, int]) -> str:
    """Draw one import, as a curve from a part to a lower one."""
    x1, y1, x2, y2 = a[0] + BOX[0] // 2, a[1] + BOX[1], b[0] + BOX[0] // 2, b[1]
    bend = 0 if y2 - y1 < FLOOR else (150 if x1 + x2 >= 580 else -150) * min(1, (y2 - y1) / 400)
    return f'<path d="M{x1} {y1} C{x1 + bend:.0f} {y1 + (y2 - y1) // 3} {x2 + bend:.0f} {y2 - (y2 - y1) // 3} {x2} {y2}" fill="none" stroke="#0B57D0" stroke-opacity=".35"/>'


def main() -> None:
    """Write or check."""
    made = {"docs/cli.md": reference(), "docs/imports.svg": picture()}
    stale = [
        path
        for path, text in made.items()
        if not (ROOT / path).exists() or (ROOT / path).read_text("utf8") != text
    ]
    if "--check" in sys.argv:
        sys.exit(f"stale: {', '.join(stale)}; run `make docs`" if stale else 0)
    for path in stale:
        (ROOT / path).write_text(made[path], "utf8")
        print(f"wrote {path}")


if __name__ == "__main__":
    main()
