"""How events follow from earlier ones: answers, carryings-out, rounds, breaches, plans called off or come true.

``find_links(frame)`` gives them for a whole timeline; ``Finder`` for single events of a long one.
"""

from tracker.timeline.links.find import Finder, find_links
from tracker.timeline.links.index import LinkIndex
from tracker.timeline.links.occurrence import Known
from tracker.timeline.links.proposal import LIKELY, PROPOSED, SURE, LinkProposal, links_frame
from tracker.timeline.links.standing import links_of

__all__ = [
    "LIKELY",
    "PROPOSED",
    "SURE",
    "Finder",
    "Known",
    "LinkIndex",
    "LinkProposal",
    "find_links",
    "links_frame",
    "links_of",
]
