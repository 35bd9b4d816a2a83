#!/bin/sh
# Makes one virtual environment for each tool that the speed comparison measures: rivals.sh FOLDER [PYTHON]
# The tools are measured, never imported: translate-toolkit (pofilter) is GPL and stays in its own environment.
set -eu
folder=${1:?usage: rivals.sh FOLDER [PYTHON]}
python=${2:-python3}
make() {
    "$python" -m venv "$folder/$1"
    "$folder/$1/bin/python" -m pip install --quiet "$2"
}
make harper harper-py==0.2.0
make proselint proselint==0.16.0
make pofilter translate-toolkit==3.20.4
