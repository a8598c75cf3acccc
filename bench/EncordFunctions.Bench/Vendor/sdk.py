"""Times the vendor's Python SDK over files that the benchmark wrote, and prints what it measured as one JSON document.

sdk.py ROUNDS LABELS ONTOLOGY MASKS

Of each work: the fastest round in seconds of CPU and on the clock, and how much it did. A work that can't be run, for a package is
missing or the SDK fails, has the first line of what was raised instead.
"""

import datetime
import gc
import json
import sys
import time
import types

rounds = int(sys.argv[1])
with open(sys.argv[2], "rb") as file:
    labels_json = file.read()
with open(sys.argv[3], "rb") as file:
    ontology_json = json.load(file)
with open(sys.argv[4], "rb") as file:
    masks = json.load(file)


def read_json():
    return sum(map(objects_of, json.loads(labels_json)))


def read_rows(rows):
    from encord.constants.enums import DataType
    from encord.objects import LabelRowV2
    from encord.objects.ontology_structure import OntologyStructure
    from encord.orm.label_row import LabelRowMetadata, LabelStatus

    ontology = types.SimpleNamespace(structure=OntologyStructure.from_dict(ontology_json))

    def one(row):
        now = datetime.datetime.now()
        metadata = LabelRowMetadata(
            label_hash=row["label_hash"], created_at=now, last_edited_at=now, branch_name=row["branch_name"],
            data_hash=row["data_hash"], dataset_hash="", dataset_title="", data_title=row["data_title"],
            data_type=DataType(row["data_type"]).to_upper_case_string(), data_link=None, label_status=LabelStatus.LABELLED,
            annotation_task_status=None, workflow_graph_node=None, is_shadow_data=False, frames_per_second=None,
            number_of_frames=1, duration=None, height=None, width=None, audio_sample_rate=None, audio_codec=None,
            audio_bit_depth=None, audio_num_channels=None, spaces={})
        label_row = LabelRowV2(metadata, None, ontology)
        label_row.from_labels_dict(row)
        return len(label_row.get_object_instances())

    return sum(map(one, rows))


def read_masks():
    from encord.objects.bitmask import BitmaskCoordinates

    return sum(1 for mask in masks if BitmaskCoordinates.from_dict(mask).to_numpy_array() is not None)


def write_coco(rows):
    from encord.objects.ontology_structure import OntologyStructure
    from encord.utilities.coco.exporter import CocoExporter

    return len(json.dumps(CocoExporter(rows, OntologyStructure.from_dict(ontology_json)).export())) and sum(map(objects_of, rows))


def objects_of(row):
    return sum(len(unit["labels"]["objects"]) for unit in row["data_units"].values())


def with_demanded_keys(rows):
    """The rows with members that exports do not have, but without which the SDK fails."""
    for row in rows:
        for answer in row["classification_answers"].values():
            answer.setdefault("spaces", {})
    return rows


def without_holes(rows):
    """The rows without polygons of several rings, for which the exporter needs a newer Shapely than some systems have."""
    for row in rows:
        for unit in row["data_units"].values():
            unit["labels"]["objects"] = [one for one in unit["labels"]["objects"] if sum(map(len, one.get("polygons", ()))) < 2]
    return rows


def measure(work, prepare=None):
    try:
        best = {"cpu": float("inf"), "clock": float("inf")}
        for _ in range(rounds):
            given = () if prepare is None else (prepare(json.loads(labels_json)),)
            gc.collect()
            cpu, clock = time.process_time(), time.perf_counter()
            count = work(*given)
            best = {
                "cpu": min(best["cpu"], time.process_time() - cpu),
                "clock": min(best["clock"], time.perf_counter() - clock),
                "count": count,
            }
        return best
    except Exception as exception:  # Whatever it is, it is what the reader of the figures needs to know.
        text = str(exception).strip().splitlines()
        return {"error": "raises " + " ".join([f"{type(exception).__name__}:", *text[:1]])}


print(json.dumps({
    "json": measure(read_json),
    "rows": measure(read_rows, lambda rows: rows),
    "rows_amended": measure(read_rows, with_demanded_keys),
    "masks": measure(read_masks),
    "coco": measure(write_coco, lambda rows: rows),
    "coco_simple": measure(write_coco, without_holes),
}))
