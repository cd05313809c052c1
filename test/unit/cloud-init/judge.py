"""Judges seeds with cloud-init's own code.

Reads a list of {"userData", "metaData", "networkConfig", "data", "meta", "network"} as JSON: the texts, and the values
that they are to stand for. Prints a list of problems, one text for each.
"""
import copy
import io
import json
import logging
import sys

import yaml
from cloudinit.config.schema import get_schema, validate_cloudconfig_schema
from cloudinit.net import netplan, network_state, networkd

logging.disable(logging.CRITICAL)
schema = get_schema()
known = set()
for part in schema["allOf"]:
    name = part["$ref"].rsplit("/", 1)[1]
    known |= set(schema["$defs"][name].get("properties", {}))


def user_data(text):
    if not text.startswith("#cloud-config\n"):
        yield "user-data does not begin with #cloud-config"
    value = yaml.safe_load(text) or {}
    for key in sorted(set(value) - known):
        yield f"user-data: {key} is unknown"
    try:
        validate_cloudconfig_schema(copy.deepcopy(value), schema, strict=True)
    except Exception as problem:
        yield f"user-data: {problem}"


def network_config(text):
    value = yaml.safe_load(text)
    try:
        state = network_state.parse_net_config_data(copy.deepcopy(value))
        networkd.network_state_to_networkd(state)
        netplan.network_state_to_netplan(state)
    except Exception as problem:
        yield f"network-config: {problem!r}"


def same(name, text, wanted):
    try:
        read = yaml.safe_load(io.BytesIO(text.encode()))
    except yaml.YAMLError as problem:
        yield f"{name}: {problem}"
        return
    if (read or {}) != wanted:
        yield f"{name} reads as {json.dumps(read)}, not {json.dumps(wanted)}"


def problems(case):
    yield from same("user-data", case["userData"], case["data"])
    yield from same("meta-data", case["metaData"], case["meta"])
    yield from user_data(case["userData"])
    if case["networkConfig"]:
        yield from same("network-config", case["networkConfig"], case["network"])
        yield from network_config(case["networkConfig"])


print(json.dumps([f"case {n}: {p}" for n, case in enumerate(json.load(sys.stdin)) for p in problems(case)]))
