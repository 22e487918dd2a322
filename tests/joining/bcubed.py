"""B-cubed: how well groups found match groups given, item by item (Bagga and Baldwin 1998)."""

from collections.abc import Mapping


def bcubed(found: Mapping[str, str], given: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of labels ``found`` against labels ``given`` for the same items."""
    assert found.keys() == given.keys()
    precision = recall = 0.0
    for item in given:
        mine = {other for other in found if found[other] == found[item]}
        theirs = {other for other in given if given[other] == given[item]}
        both = len(mine & theirs)
        precision += both / len(mine) / len(given)
        recall += both / len(theirs) / len(given)
    return precision, recall, 2 * precision * recall / (precision + recall)
