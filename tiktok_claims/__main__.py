"""The package's commands: python -m tiktok_claims COMMAND [options]."""

import runpy
import sys

from tiktok_claims import __version__

COMMANDS = {
    "report": "tiktok_claims.monitoring.report",
    "replay": "tiktok_claims.monitoring.replay",
    "compare": "tiktok_claims.evaluation.compare",
    "models": "tiktok_claims.evaluation.models",
    "promote": "tiktok_claims.evaluation.promote",
    "rollback": "tiktok_claims.evaluation.rollback",
    "model-card": "tiktok_claims.evaluation.model_card",
    "stand-in": "tiktok_claims.synthetic.stand_in",
}
USAGE = f"usage: python -m tiktok_claims {{{','.join(COMMANDS)}}} [options] | --version"


def main() -> None:
    """Run the module of a command as a script. Exits with 2 when there is no such command."""
    if sys.argv[1:] == ["--version"]:
        print(__version__)
        return
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        print(USAGE, file=sys.stderr)
        sys.exit(0 if sys.argv[1:] in (["-h"], ["--help"]) else 2)
    runpy.run_module(COMMANDS[sys.argv.pop(1)], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
