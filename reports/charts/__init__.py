"""Charts as plain Vega-Lite specifications: one function for each question, data in, a dict out.

Every function takes `width` (px), `theme` and `locale`, uses only colours of `reports.palette`, and puts the
finding in a full sentence into `description`. No clock, no randomness: the same data give the same dict.
"""

from reports.charts.accept import accept
from reports.charts.claims import claims
from reports.charts.contributions import contributions
from reports.charts.geomap import geomap
from reports.charts.rank import rank
from reports.charts.series import series

__all__ = ["accept", "claims", "contributions", "geomap", "rank", "series"]
