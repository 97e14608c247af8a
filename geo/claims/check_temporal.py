"""Check."""

from geo.claims.check import not_checkable


def check_range(c, s):
    return not_checkable(c, "no weapon table")


check_extent = check_path = check_travel_time = check_border = check_between = check_superlative = (
    check_count
) = check_range
check_temporal = check_range
